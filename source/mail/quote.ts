import {
	attributionLength,
	isCertainAttribution,
	isDeviceLine,
	isHeaderBlock,
	isSeparator,
	isSignatureMark,
} from './quote-marks.ts';

/** Lines looked at; a longer mail is a log, not a conversation. */
const maxLines = 20_000;
/** A longer text behind `-- ` is no signature. */
const maxSignature = 20;

/** Empty lines between an introduction and its quote. */
const maxGap = 5;

type Kind = 'own' | 'blank' | 'quote';
type Line = {readonly text: string; kind: Kind};

const isQuoted = (line: string): boolean => /^\s?>/u.test(line);
const isRule = (line: string): boolean => /^\s*[_-]{10,}\s*$/u.test(line);

/** Above a separator stand empty lines and sometimes a rule of underscores, which belong to it. */
const withRuleAbove = (lines: readonly string[], at: number): number => {
	const last = lines.slice(0, at).findLastIndex(line => line.trim() !== '');
	return isRule(lines[last] ?? '') ? last : last + 1;
};

const nextFilled = (lines: readonly string[], from: number): string | undefined =>
	lines.slice(from, from + maxGap).find(line => line.trim() !== '');

const isBareAttribution = (lines: readonly string[], at: number): boolean => {
	const length = attributionLength(lines, at);
	if (length === 0 || !isCertainAttribution(lines.slice(at, at + length).join(' '))) return false;
	const next = nextFilled(lines, at + length);
	return next !== undefined && !isQuoted(next);
};

/**
 * Where the original begins that is not marked line by line (Outlook and its kin): everything behind
 * belongs to it. The length when there is none.
 */
const unmarkedStart = (lines: readonly string[]): number => {
	for (const [at, line] of lines.slice(0, maxLines).entries()) {
		if (isQuoted(line) || line.trim() === '') continue;
		if (isSeparator(line) || isHeaderBlock(lines, at)) return withRuleAbove(lines, at);
		if (isBareAttribution(lines, at)) return at;
	}
	return lines.length;
};

/** Quoted lines with the introduction above them, and what is one's own. */
const markLines = (lines: readonly string[]): Line[] => {
	const marked = lines.map((text): Line => {
		if (isQuoted(text)) return {text, kind: 'quote'};
		return {text, kind: text.trim() === '' ? 'blank' : 'own'};
	});
	for (let at = 0; at < Math.min(marked.length, maxLines); at++) {
		if (marked[at]?.kind !== 'own') continue;
		const length = attributionLength(lines, at);
		const next = length > 0 ? nextFilled(lines, at + length) : '';
		if (next !== undefined && !isQuoted(next)) continue;
		for (const line of marked.slice(at, at + length)) line.kind = 'quote';
	}
	return marked;
};

const trimmed = (lines: readonly Line[]): readonly Line[] =>
	lines.slice(0, lines.findLastIndex(line => line.kind !== 'blank') + 1);

const withoutSignature = (lines: readonly Line[]): readonly Line[] => {
	const mark = lines.findLastIndex(line => isSignatureMark(line.text));
	const tail = lines.slice(mark + 1);
	if (mark < 0 || tail.length > maxSignature || tail.some(line => line.kind === 'quote')) {
		return lines;
	}
	return lines.slice(0, mark);
};

const withoutDeviceLine = (lines: readonly Line[]): readonly Line[] => {
	const last = lines.at(-1);
	return last && last.kind === 'own' && isDeviceLine(last.text) ? lines.slice(0, -1) : lines;
};

const withoutQuote = (lines: readonly Line[]): readonly Line[] =>
	lines.slice(0, lines.findLastIndex(line => line.kind === 'own') + 1);

/** Signature, quote and what a phone appends, in whatever order they end the mail. */
const withoutTail = (lines: readonly Line[]): readonly Line[] => {
	let before = trimmed(lines);
	for (let round = 0; round < 4; round++) {
		const after = trimmed(
			withoutDeviceLine(trimmed(withoutSignature(trimmed(withoutQuote(before))))),
		);
		if (after.length === before.length) break;
		before = after;
	}
	return before;
};

/** The single quote above an answer; several of them have answers between and stay. */
const withoutHead = (lines: readonly Line[]): readonly Line[] => {
	const first = lines.findIndex(line => line.kind === 'own');
	const head = lines.slice(0, Math.max(first, 0));
	const answered = lines.slice(first).some(line => line.kind === 'quote');
	return answered || !head.some(line => line.kind === 'quote') ? lines : lines.slice(first);
};

const textOf = (lines: readonly Line[]): string =>
	lines
		.map(line => line.text)
		.join('\n')
		.replace(/^\n+/u, '')
		.trimEnd();

/**
 * The newest words of a cleaned text alone: without the quoted original (marked with `>`, or below a
 * separator or a copied header), signature, and phone footer. Answers between quotes stay with the
 * quotes they answer. A mail that is nothing but a quote stays whole.
 */
export const newestText = (text: string): string => {
	const lines = text.split('\n');
	const start = unmarkedStart(lines);
	const own = textOf(withoutHead(withoutTail(markLines(lines.slice(0, start)))));
	if (own !== '') return own;
	return textOf(withoutTail(markLines(lines))) || text.trim();
};
