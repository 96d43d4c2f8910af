import type {Summary} from '../summary.ts';
import {type FilterContext, flagTest, type Predicate} from './flag-word.ts';
import {containsFolded, equalsFolded} from './fold-pattern.ts';
import {splitFilter, type Term} from './split.ts';
import {statusesOf} from './status-word.ts';

export type {FilterContext} from './flag-word.ts';

export type Filter = {
	readonly accepts: Predicate;
	/** Terms that were not understood, as typed; they are left out of the test. */
	readonly unknown: readonly string[];
};

type Operator = (value: string, context: FilterContext) => Predicate | null;

const none = new Set(['none', 'keine', 'keiner', 'niemand', '-']);
const myself = new Set(['me', 'ich', 'mir', 'mich']);

const word = (value: string): Predicate => {
	const has = containsFolded(value);
	const digits = value.normalize('NFKC').replace(/^#/u, '').replaceAll('-', '');
	const asNumber = /^\d{3,13}$/u.test(digits) ? digits : null;
	return summary =>
		has(summary.subject) ||
		has(summary.requester.name) ||
		has(summary.requester.address) ||
		(asNumber !== null && summary.number.includes(asNumber)) ||
		summary.tags.some(has);
};

const label =
	(read: (summary: Summary) => string | null): Operator =>
	value => {
		if (none.has(value.toLowerCase())) return summary => read(summary) === null;
		const is = equalsFolded(value);
		return summary => {
			const found = read(summary);
			return found !== null && is(found);
		};
	};

const status: Operator = value => {
	const wanted = statusesOf(value);
	return wanted.size === 0 ? null : summary => wanted.has(summary.status);
};

const is: Operator = (value, context) => flagTest(value, context) ?? status(value, context);

const from: Operator = value => {
	const has = containsFolded(value);
	return summary => has(summary.requester.name) || has(summary.requester.address);
};

const subject: Operator = value => {
	const has = containsFolded(value);
	return summary => has(summary.subject);
};

const tag: Operator = value => {
	if (none.has(value.toLowerCase())) return summary => summary.tags.length === 0;
	const matches = equalsFolded(value);
	return summary => summary.tags.some(matches);
};

const assignee: Operator = (value, context) => {
	const login = myself.has(value.toLowerCase()) ? context.me : value;
	return label(summary => summary.assignee)(login, context);
};

/** A day, or its beginning: 2026, 2026-11, 2026-11-24. */
const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u;

const since: Operator = value =>
	day.test(value) ? summary => summary.updatedAt.slice(0, value.length) >= value : null;

const before: Operator = value => (day.test(value) ? summary => summary.updatedAt < value : null);

const operators: ReadonlyMap<string, Operator> = new Map(
	[
		{keys: ['queue', 'warteschlange'], operator: label(summary => summary.queue)},
		{keys: ['project', 'projekt'], operator: label(summary => summary.project)},
		{keys: ['account', 'konto'], operator: label(summary => summary.account)},
		{keys: ['assignee', 'zuständig', 'zustaendig', 'für', 'fuer'], operator: assignee},
		{keys: ['status'], operator: status},
		{keys: ['is', 'ist', 'has', 'hat'], operator: is},
		{keys: ['from', 'von'], operator: from},
		{keys: ['subject', 'betreff'], operator: subject},
		{keys: ['tag', 'tags'], operator: tag},
		{keys: ['since', 'seit'], operator: since},
		{keys: ['before', 'vor'], operator: before},
	].flatMap(({keys, operator}) => keys.map(key => [key, operator] as const)),
);

/** What a term tests; null when not understood, undefined when it says nothing yet (`queue:`, `-`). */
const compile = (term: Term, context: FilterContext): Predicate | null | undefined => {
	if (term.key === '') return term.value === '' ? undefined : word(term.value);
	const operator = operators.get(term.key);
	if (operator) return term.value === '' ? undefined : operator(term.value, context);
	return null;
};

/**
 * The language behind `/` and of saved views: words that must all be found in requester, subject,
 * number or tags, and operators in German and English (`queue:IT`, `status:neu`, `is:unread`,
 * `-tag:x`, `from:"anna s"`). Compiled once, then cheap for each row. A word with a colon that is no
 * operator (`Re:`, `12:30`) is looked for as it stands; one that looks like an operator is reported.
 */
export const parseFilter = (text: string, context: FilterContext): Filter => {
	const tests: Predicate[] = [];
	const unknown: string[] = [];
	for (const term of splitFilter(text)) {
		const plain = term.key !== '' && !operators.has(term.key) && term.value === '';
		const test = plain ? word(term.source.replace(/^-/u, '')) : compile(term, context);
		if (test === null) unknown.push(term.source);
		else if (test) tests.push(term.not ? summary => !test(summary) : test);
	}
	return {accepts: summary => tests.every(test => test(summary)), unknown};
};

export type Search = Filter & {
	/** The words for the full text index, as typed. */
	readonly words: string;
	/** How many operators `accepts` tests. */
	readonly operators: number;
};

/** A search text: its words are for the full text, its operators for the rows found. */
export const parseSearch = (text: string, context: FilterContext): Search => {
	const isOperator = (term: Term) => operators.has(term.key);
	const terms = splitFilter(text);
	const asked = terms.filter(isOperator);
	const filter = parseFilter(asked.map(term => term.source).join(' '), context);
	const words = terms.filter(term => !isOperator(term)).map(term => term.source);
	return {...filter, words: words.join(' '), operators: asked.length - filter.unknown.length};
};
