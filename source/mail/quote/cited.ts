import {attributionLength} from './attribution.ts';
import {quoteMarks} from './marks.ts';

/** A longer mail is a log, not a conversation. */
const maxLines = 20_000;

/** Supercite of Emacs and its kin: `JD> text`, `Jane>> text`, with the initials or the name of the author. */
const initials = /^\s{0,3}((\p{L}[\p{L}\p{N}_.'-]{0,14})>{1,9})(?:\s|$)/u;
/** What programs show where somebody types, and short names of them. */
const prompts =
	/^(?:sql|mysql|mariadb|psql|sqlite|php|irb|pry|ruby|python|node|gdb|ftp|sftp|lftp|telnet|smtp|redis|mongo|PS|C|D|E|root|admin|user|bash|sh|cmd|dos|ok|router|switch|cisco|RP|IN|OUT|bin|a|b|i|p|u|li|td|tr|div|span|br)$/iu;
/** Tables and trees draw with the same sign, but on both sides or with dashes. */
const bar = /^\s{0,2}\|(?![-+=|_])(?:\s[^|]*|[^\s|][^|]{3,})?$/u;

type Style = 'bar' | string;

/** With which sign a line is quoted, null with none of these. */
const styleOf = (line: string): Style | null => {
	if (bar.test(line)) return 'bar';
	const name = initials.exec(line)?.[2];
	return name === undefined || prompts.test(name) ? null : name;
};

/** Whether lines in this style are a quote: below an introduction one is enough. */
const isCitation = (style: Style, count: number, introduced: boolean): boolean => {
	if (introduced) return true;
	if (style === 'bar') return count > 2;
	return count > 1 && (/^\p{Lu}{1,3}$/u.test(style) || /^\p{Lu}[\p{Ll}.'-]+$/u.test(style));
};

const isIntroduced = (lines: readonly string[], at: number): boolean => {
	const above = lines.slice(Math.max(0, at - 6), at);
	while (above.at(-1)?.trim() === '') above.pop();
	return above.some((_, from) => {
		const length = attributionLength(above, from, {quoted: true});
		return length > 0 && from + length === above.length;
	});
};

/** The styles in which something is quoted here: one that is quotes all its lines. */
const stylesIn = (lines: readonly string[], styles: readonly (Style | null)[]): Set<Style> => {
	const found = new Set<Style>();
	for (let at = 0; at < styles.length; at++) {
		const style = styles[at] ?? null;
		if (style === null) continue;
		let count = 1;
		while (styles[at + count] === style) count++;
		if (!found.has(style) && isCitation(style, count, isIntroduced(lines, at))) found.add(style);
		at += count - 1;
	}
	return found;
};

const mayCite = /^\s{0,3}(?:\||\p{L}[\p{L}\p{N}_.'-]{0,14}>)/mu;

/**
 * The lines of this text, those with a mark in front that are quoted with a bar or with the initials of their
 * author, where RFC 3676 §4.5 knows only `>`.
 */
export const markCitations = (lines: readonly string[], text: string): readonly string[] => {
	if (lines.length > maxLines || !mayCite.test(text)) return lines;
	const styles = lines.map(styleOf);
	const quoting = stylesIn(lines, styles);
	return lines.map((line, at) => {
		const style = styles[at] ?? null;
		return style !== null && quoting.has(style) ? `${quoteMarks.cited}${line}` : line;
	});
};
