import type {Authentication} from '../../domain/receive/parsed-mail.ts';
import {cleanAddress} from '../clean.ts';

const maxLength = 8000;

/** Without comments, which may be nested and hold semicolons (RFC 5322 §3.2.2). */
const withoutComments = (value: string): string => {
	let depth = 0;
	let quoted = false;
	let out = '';
	for (const character of value) {
		if (character === '"' && depth === 0) quoted = !quoted;
		if (character === '(' && !quoted) depth++;
		else if (character === ')' && !quoted && depth > 0) depth--;
		else if (depth === 0) out += character;
	}
	return out;
};

const results =
	/^(?:none|pass|fail|hardfail|softfail|neutral|policy|temperror|permerror|bestguesspass)$/u;

/** The result of a method; of several signatures the best one counts. */
const resultOf = (statements: readonly string[], method: string): string => {
	const found = statements
		.map(statement => /^([\w-]+)(?:\/\d+)?\s*=\s*([\w-]+)/u.exec(statement) ?? [])
		.filter(([, name = '']) => name.toLowerCase() === method)
		.map(([, , result = '']) => result.toLowerCase())
		.filter(result => results.test(result));
	return found.find(result => result === 'pass') ?? found[0] ?? '';
};

/**
 * The topmost Authentication-Results field (RFC 8601 §2.2), null when there is none. Those below it came
 * with the mail and say nothing; whether this one is the own server's is not decided here.
 */
export const readAuthentication = (values: readonly string[]): Authentication | null => {
	const [top] = values;
	if (top === undefined) return null;
	const [first = '', ...rest] = withoutComments(top.slice(0, maxLength))
		.split(';')
		.map(statement => statement.trim());
	const named = !first.includes('=');
	const statements = named ? rest : [first, ...rest];
	return {
		server: named
			? cleanAddress(first.split(/\s/u)[0]?.replaceAll('"', '') ?? '').toLowerCase()
			: '',
		dkim: resultOf(statements, 'dkim'),
		spf: resultOf(statements, 'spf'),
		dmarc: resultOf(statements, 'dmarc'),
	};
};
