import {isAscii} from 'node:buffer';
import {hash} from 'node:crypto';
import type {SplitMail} from './repair.ts';

const parameter = 'oundary';
/** More of them in one mail are no mistake of a program. */
const maxForeign = 20;
/** Behind the parameter's name; RFC 2046 allows 70 characters. */
const longestValue = 300;
const foreignBoundary = /^oundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/u;

/** The boundaries (latin1) with bytes beyond ASCII that are declared somewhere in these bytes. */
const declaredIn = (bytes: Buffer): readonly string[] => {
	const found: string[] = [];
	for (let at = bytes.indexOf(parameter); at >= 0; at = bytes.indexOf(parameter, at + 1)) {
		const text = bytes.toString('latin1', at, at + longestValue);
		const [, quoted, token] = foreignBoundary.exec(text) ?? [];
		const boundary = (quoted ?? token ?? '').trimEnd();
		if (/[^\u0000-\u007F]/u.test(boundary)) found.push(boundary);
	}
	return found;
};

const asAscii = (boundary: string): string => `=_${hash('sha1', boundary, 'hex')}`;

/** The bytes with every declaration and every delimiter of this boundary in ASCII. */
const replaceIn = (bytes: Buffer, boundary: string): Buffer => {
	const ascii = Buffer.from(asAscii(boundary), 'latin1');
	const pieces: Buffer[] = [];
	let done = 0;
	for (
		let at = bytes.indexOf(boundary, 0, 'latin1');
		at >= 0;
		at = bytes.indexOf(boundary, at + boundary.length, 'latin1')
	) {
		const before = bytes.toString('latin1', Math.max(0, at - 20), at);
		if (!/(?:^|\n)--$|oundary[ \t]*=[ \t]*"?$/u.test(before)) continue;
		pieces.push(bytes.subarray(done, at), ascii);
		done = at + boundary.length;
	}
	return Buffer.concat([...pieces, bytes.subarray(done)]);
};

/**
 * A mail whose boundaries are of ASCII, as RFC 2046 §5.1.1 wants them: with raw 8-bit bytes in one the parser,
 * which decodes the header and not the body, never finds it again.
 */
export const repairBoundaries = ({header, body}: SplitMail): SplitMail => {
	if (isAscii(body)) return {header, body};
	const declared = new Set([...declaredIn(header), ...declaredIn(body)]);
	// One may begin as another does.
	const foreign = [...declared].sort((a, b) => b.length - a.length).slice(0, maxForeign);
	return foreign.reduce<SplitMail>(
		(mail, boundary) => ({
			header: replaceIn(mail.header, boundary),
			body: replaceIn(mail.body, boundary),
		}),
		{header, body},
	);
};
