import {attributionLength, isCertainAttribution, isGluedAttribution} from './attribution.ts';
import {brokenOff} from './broken.ts';
import {markCitations} from './cited.ts';
import {withoutQuoteAboveClosing} from './closing.ts';
import {
	headLength,
	isAnswerAbove,
	isAnswerAboveBelowLine,
	isBareSeparator,
	isBetweenSigns,
	isForwardMark,
	isHeaderBlock,
	isQuoted,
	isSeparator,
	isVerseHead,
	quoteMarks,
} from './marks.ts';
import {type Author, type Line, withoutDeviceLine, withoutSignature, withoutTail} from './tail.ts';

/** Lines looked at; a longer mail is a log, not a conversation. */
const maxLines = 20_000;
/** Empty lines between an introduction and its quote. */
const maxGap = 5;

const isRule = (line: string): boolean => /^\s*[_-]{10,}\s*$/u.test(line);

/** Above a separator stand empty lines and sometimes a rule of underscores, which belong to it. */
const withRuleAbove = (lines: readonly string[], at: number): number => {
	const last = lines.slice(0, at).findLastIndex(line => line.trim() !== '');
	const line = lines[last] ?? '';
	return isRule(line) || isBareSeparator(line) ? last : last + 1;
};

const nextFilled = (lines: readonly string[], from: number): string | undefined =>
	lines.slice(from, from + maxGap).find(line => line.trim() !== '');

const isBareAttribution = (lines: readonly string[], at: number): boolean => {
	const length = attributionLength(lines, at);
	if (length === 0 || !isCertainAttribution(lines.slice(at, at + length).join(' '))) return false;
	const next = nextFilled(
		lines.slice(at + length, at + length + 2 * maxGap).filter(line => !isMark(line)),
		0,
	);
	return next !== undefined && !isQuoted(next);
};

const isMark = (line: string): boolean => /^[\s>]*[\uFDD0-\uFDD2]\s*$/u.test(line);
const anyMark = /[\uFDD0-\uFDD3]/u;
const markLine = /^[ \t>]*[\uFDD0-\uFDD2][ \t]*(?:\n|$)/gmu;

/** The text as it is shown: without the marks. */
export const withoutMarks = (text: string): string =>
	anyMark.test(text)
		? text
				.replace(markLine, '')
				.replace(/[\uFDD0-\uFDD3]/gu, '')
				.replace(/\n{3,}/gu, '\n\n')
				.trim()
		: text;

/** A head right above a quote that is marked line by line: people answer below such a quote too. */
const isHeadOfQuote = (lines: readonly string[], at: number): boolean =>
	isQuoted(nextFilled(lines, at + headLength(lines, at)) ?? '');

const startsOriginal = (lines: readonly string[], at: number): boolean => {
	const line = lines[at] ?? '';
	if (isSeparator(line) || isHeaderBlock(lines, at)) return !isHeadOfQuote(lines, at);
	if (isAnswerAboveBelowLine(line, lines[at + 1] ?? '')) return true;
	if (isVerseHead(line)) return true;
	return isBareAttribution(lines, at) || isGluedAttribution(line) || isAnswerAbove(line);
};

/**
 * Where the original begins that is not marked line by line (Outlook and its kin): everything behind
 * belongs to it. The length when there is none.
 */
const unmarkedStart = (lines: readonly string[]): number => {
	for (const [at, line] of lines.slice(0, maxLines).entries()) {
		if (line.includes(quoteMarks.rest)) return withRuleAbove(lines, at);
		if (isBetweenSigns(line)) return withRuleAbove(lines, at);
		if (isQuoted(line) || line.trim() === '') continue;
		if (isForwardMark(line)) break;
		if (startsOriginal(lines, at)) return withRuleAbove(lines, at);
	}
	return lines.length;
};

/** Whose each line is, by its own marks. A mail that is passed on belongs to the one who passes it on. */
const firstKinds = (lines: readonly string[]): Line[] => {
	const found = lines.findIndex(line => isForwardMark(line) && !isQuoted(line));
	const passedOn = found < 0 ? lines.length : found;
	let depth = 0;
	return lines.map((text, at): Line => {
		if (text.includes(quoteMarks.start)) depth++;
		const quoted = isQuoted(text) || isMark(text) || depth > 0;
		if (text.includes(quoteMarks.end)) depth = Math.max(0, depth - 1);
		if (text.trim() === '') return {text, kind: 'blank'};
		return {text, kind: quoted && at < passedOn ? 'quote' : 'own'};
	});
};

/** Something of the quote was left out here. */
const ellipsis = /^[[(<]*(?:\.{2,}|…+|[-\s]*(?:snip|gekürzt|schnipp)[-\s]*)[\])>]*$/iu;

const isEllipsis = (line: string): boolean => line.length < 100 && ellipsis.test(line.trim());

const followsQuote = (kinds: readonly Line[], at: number): boolean =>
	kinds.slice(Math.max(0, at - maxGap - 1), at).findLast(line => line.kind !== 'blank')?.kind ===
	'quote';

/** How many lines above a quote belong to it: `Max wrote:`, or a copied header. */
const introductionOf = (lines: readonly string[], at: number): number => {
	if (isRule(lines[at] ?? '') && isHeaderBlock(lines, at + 1)) return 1 + headLength(lines, at + 1);
	const head = isSeparator(lines[at] ?? '') || isHeaderBlock(lines, at);
	return head ? headLength(lines, at) : attributionLength(lines, at, {quoted: true});
};

/** How many lines from `at` on, one's own by themselves, go with the quote above or below them. */
const quotedFrom = (lines: readonly string[], kinds: readonly Line[], at: number): number => {
	if (isEllipsis(lines[at] ?? '') && followsQuote(kinds, at)) return 1;
	const broken = brokenOff(kinds, at);
	if (broken > 0) return broken;
	const length = introductionOf(lines, at);
	const next = length > 0 ? nextFilled(lines, at + length) : '';
	return next === undefined || isQuoted(next) || isMark(next) ? length : 0;
};

/** Quoted lines with the introduction above them, and what is one's own. */
const markLines = (lines: readonly string[]): Line[] => {
	const kinds = firstKinds(lines);
	for (let at = 0; at < Math.min(kinds.length, maxLines); at++) {
		if (kinds[at]?.kind !== 'own') continue;
		const length = quotedFrom(lines, kinds, at);
		for (const line of kinds.slice(at, at + length)) line.kind = 'quote';
	}
	return kinds;
};

/** A mail that is passed on stays whole but for what a phone or a signature adds at its end. */
const withoutFooter = (lines: readonly string[], author: Author): readonly Line[] =>
	withoutDeviceLine(
		withoutSignature(
			lines.map((text): Line => ({text, kind: text.trim() === '' ? 'blank' : 'own'})),
			author,
		),
	);

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

/** A mail that passes another one on, by its subject (`Fwd:`, `WG:`, `TR:` …). */
const passesOn =
	/^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|vl|pd|fs|továbbítás|továb|yml|ilt|πρθ|转发|轉寄|転送|전달)\s*[:：]/iu;

/**
 * The newest words of a cleaned text alone: without the quoted original (marked with `>`, or below a
 * separator or a copied header), signature, and phone footer. Answers between quotes stay with the
 * quotes they answer. A mail that is nothing but a quote, or passes one on, stays whole.
 */
export const newestText = (
	text: string,
	{
		subject = '',
		author = {name: '', address: ''},
	}: {readonly subject?: string; readonly author?: Author} = {},
): string => {
	const all = text.split('\n');
	const lines = markCitations(isAnswerAbove(all[0] ?? '') ? all.slice(1) : all, text);
	const whole = (): string => textOf(withoutTail(markLines(lines), author)) || text.trim();
	if (passesOn.test(subject)) {
		return withoutMarks(textOf(withoutFooter(lines, author))) || withoutMarks(text);
	}
	const start = unmarkedStart(lines);
	const newest = withoutTail(markLines(lines.slice(0, start)), author);
	const own = withoutMarks(textOf(withoutQuoteAboveClosing(withoutHead(newest))));
	return own === '' ? withoutMarks(whole()) : own;
};
