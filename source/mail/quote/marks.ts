import {
	deviceWords,
	forwardedWords,
	fromWords,
	labelWords,
	originalWords,
	wroteWords,
} from './words.ts';

/** The longest introduction line worth a look. */
const maxLine = 500;
/** Programs break it after 76 characters; long names and dates make four lines of it. */
const maxIntroduction = 4;

const separator = new RegExp(
	String.raw`^[\s>*]*[-_–—=]{2,}[\s*]*(?:${originalWords})[\s*]*[-_–—=]{2,}\s*\*?\s*$`,
	'iu',
);
const forward = new RegExp(
	String.raw`^[\s>*]*(?:[-_–—=]{2,}[\s*]*(?:${forwardedWords})[^\n]{0,60}|(?:${forwardedWords})\s*[:：])\s*$`,
	'iu',
);

// Most lines of a mail have none of these: they are not worth a look at the long lists of words.
const dashed = /[-_–—=]{2}/u;
const hasDashes = (line: string): boolean => line.includes('--') || dashed.test(line);
const colonEnd = /[:：]\s*$/u;
const hasColon = (line: string): boolean => line.includes(':') || line.includes('：');

/** `-----Original Message-----` in the languages of the common programs. */
export const isSeparator = (line: string): boolean =>
	line.length < maxLine && hasDashes(line) && separator.test(line);

/** `---------- Forwarded message ---------`: what follows is the point of the mail. */
export const isForwardMark = (line: string): boolean =>
	line.length < 120 && (hasDashes(line) || colonEnd.test(line)) && forward.test(line);

const labelled = (words: string, rest: string): RegExp =>
	new RegExp(String.raw`^\s*\*{0,2}(?:${words})\s*\*{0,2}\s*[:：]\*{0,2}${rest}`, 'iu');
const fromLabel = labelled(fromWords, String.raw`\s*(?:\S|$)`);
const otherLabel = labelled(labelWords, '');

const isLabelled = (line: string): boolean => hasColon(line) && otherLabel.test(line.slice(0, 60));
const isFrom = (line: string): boolean =>
	line.length <= maxLine && hasColon(line) && fromLabel.test(line);

/**
 * A copied header (`Von: … Gesendet: … An: … Betreff: …`), as Outlook puts it above the original. GMX
 * begins it with the date; values may be broken over several lines.
 */
export const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
	const line = lines[at] ?? '';
	const starts = isFrom(line);
	if (!starts && !isLabelled(line)) return false;
	const block = lines.slice(at + 1, at + 9);
	const others = block.filter(isLabelled).length;
	return starts ? others >= 2 : others >= 2 && block.slice(0, 3).some(isFrom);
};

const verb = new RegExp(String.raw`(?:${wroteWords})[^\n]{0,60}[:：]\s*$`, 'iu');
/** Zoho closes with dashes: `---- On Mon, 02 Mar 2026 10:15:00 +0100 Max wrote ----`. */
const dashedVerb = new RegExp(
	String.raw`^-{2,}\s.*\d.*(?:${wroteWords})[^\n]{0,10}-{2,}\s*$`,
	'iu',
);
const addressEnd = /\d[^\n]*[<(][^<>()\s]+@[^<>()\s]+[>)]\s*[:：]\s*$/u;
const timeEnd = /[<(][^<>()\s]+@[^<>()\s]+[>)].{0,80}\d{1,2}[:.h]\d{2}[^\n]{0,20}[:：]\s*$/iu;
const quotesNow =
	/^(?:quoting|zitat von|citando|zitiere|citát|cytowanie|citerar)\b[^\n]*[:：]?\s*$/iu;
const evidence = /\d|@/u;

const introduces = (text: string): boolean =>
	quotesNow.test(text) ||
	verb.test(text) ||
	dashedVerb.test(text) ||
	addressEnd.test(text) ||
	timeEnd.test(text);

/** Their first letters, q, z and c: most lines are done with here. */
const mayQuote = (line: string): boolean => {
	const first = line.charCodeAt(0) | 0x20;
	return first === 0x71 || first === 0x7a || first === 0x63;
};

const ends = (line: string): boolean =>
	line.endsWith(':') ||
	line.endsWith('：') ||
	(line.endsWith('--') && dashedVerb.test(line)) ||
	(mayQuote(line) && quotesNow.test(line));

/** How many lines from `at` on end as an introduction does, without an empty or a quoted one among them. */
const introductionLength = (lines: readonly string[], at: number): number => {
	for (let count = 1; count <= maxIntroduction; count++) {
		const line = lines[at + count - 1]?.trim() ?? '';
		if (line === '' || line.startsWith('>')) return 0;
		if (ends(line)) return count;
	}
	return 0;
};

/**
 * How many lines from `at` on are an introduction like `On Monday, Max wrote:`; 0 for none. Right above a
 * quote it needs neither date nor address (`quoted`).
 */
export const attributionLength = (
	lines: readonly string[],
	at: number,
	{quoted = false}: {readonly quoted?: boolean} = {},
): number => {
	const count = introductionLength(lines, at);
	const text = lines
		.slice(at, at + count)
		.map(line => line.trim())
		.join(' ');
	const fits = count > 0 && text.length <= maxLine && introduces(text);
	return fits && (quoted || evidence.test(text)) ? count : 0;
};

/** Without `>` below it an introduction needs an address or a time of day: people write such sentences too. */
export const isCertainAttribution = (text: string): boolean =>
	/\S@\S|\d{1,2}[:.h]\d{2}\b/u.test(text);

/** RFC 3676 §4.3, and its many copies without the space. */
export const isSignatureMark = (line: string): boolean => /^--[ \u00A0]?$/u.test(line);

const deviceLine = new RegExp(`^(?:${deviceWords})`, 'iu');

/** A line that a phone appends: `Sent from my iPhone`. */
export const isDeviceLine = (line: string): boolean =>
	line.length < 120 &&
	deviceLine.test(
		line
			.trim()
			.replace(/ \[\d+\]$/u, '')
			.replace(/^[[(*_-]+\s*/u, ''),
	);
