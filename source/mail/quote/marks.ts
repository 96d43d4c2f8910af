import {
	deviceWords,
	forwardedWords,
	fromWords,
	labelWords,
	originalWords,
	wroteWords,
} from './words.ts';

/** The longest line worth a look. */
const maxLine = 500;

/**
 * Marks that no mail can hold: the HTML converter sets them around what a mail program says is the original,
 * and `cited` stands in front of a line that is quoted otherwise than with `>`.
 */
export const quoteMarks = {
	start: '\uFDD0',
	end: '\uFDD1',
	rest: '\uFDD2',
	cited: '\uFDD3',
} as const;

/** Marked line by line, as plain text does it. */
export const isQuoted = (line: string): boolean => /^(?:\s?>|\uFDD3)/u.test(line);

const separator = new RegExp(
	String.raw`^[\s>*]*[-_–—=]{2,}(?:&nbsp;|[\s*])*(?:${originalWords})(?:&nbsp;|[\s*])*[-_–—=]{2,}\s*\*?\s*$`,
	'iu',
);
/** Notes and Samsung: `-----Max Muster <max@kunde.example> schrieb: -----`. */
const wroteBetweenDashes = new RegExp(
	String.raw`^[\s>*]*-{3,}\s?\S.{0,200}(?:${wroteWords})\s*:?\s*-{3,}\s*$`,
	'iu',
);
/** GroupWise: `>>> Max Muster <max@kunde.example> 02.03.26 10:15 >>>`. */
const betweenSigns = /^\s*>>> .{2,200}\d.{0,40} >>>\s*$/u;
const forward = new RegExp(
	String.raw`^[\s>*]*(?:[-_–—=]{2,}[\s*]*(?:${forwardedWords})[^\n]{0,60}|(?:${forwardedWords})\s*[:：])\s*$`,
	'iu',
);

// Most lines of a mail have none of these: they are not worth a look at the long lists of words.
const dashed = /[-_–—=]{2}/u;
const hasDashes = (line: string): boolean => line.includes('--') || dashed.test(line);
const colonEnd = /[:：]\s*$/u;
const hasColon = (line: string): boolean => line.includes(':') || line.includes('：');

/** A separator that looks like a quoted line. */
export const isBetweenSigns = (line: string): boolean =>
	line.startsWith('>>> ') && line.length < maxLine && betweenSigns.test(line);

/** `-----Original Message-----` in the languages of the common programs. */
export const isSeparator = (line: string): boolean =>
	line.length < maxLine &&
	((hasDashes(line) && (separator.test(line) || wroteBetweenDashes.test(line))) ||
		isBetweenSigns(line));

/** What ticket systems write first into their mails: `##- Please type your reply above this line -##`. */
const drawn = /^\s*(?:[-#=*_~]{2}|[—–]).{5,110}(?:[-#=*_~]{2}|[—–])\s*$/u;
const above =
	/(?<!\p{L})(?:above|oberhalb|über|au-dessus|encima|acima|sopra|boven|powyżej|ovenfor|ovanför|över) .{0,20}(?:line|linie|zeile|ligne|línea|linea|linha|riga|regel|wiersz|linje)/iu;
const answer =
	/repl(?:y|ies)|respon|answer|write|antwort|schreiben|répon|respu|rispo|resp[oe]st|antwoord|svar|odpow/iu;

const saysAbove = (line: string): boolean =>
	line.length < 140 && above.test(line) && answer.test(line);
const drawnLine = /^\s*[-—–=_#*]{3,}\s*$/u;

export const isAnswerAbove = (line: string): boolean => drawn.test(line) && saysAbove(line);

/** The same below a line that is drawn on its own, as Jira writes it. */
export const isAnswerAboveBelowLine = (line: string, next: string): boolean =>
	drawnLine.test(line) && next.length < 60 && saysAbove(next);

/** Verse of HCL: `"Max Muster" ---02.03.2026 10:15:00---Is it?`, above a copied header. */
const datedByVerse =
	/^\s?"?[^\n"]{2,80}"? -{2,3}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[ ,]+\d{1,2}:\d{2}.{0,10}-{2,3}/u;

export const isVerseHead = (line: string): boolean => hasDashes(line) && datedByVerse.test(line);

const bareSeparator = new RegExp(String.raw`^\s{1,8}(?:${originalWords})\s*$`, 'iu');

/** The words of a separator without its dashes, as a BlackBerry sets them above a copied header. */
export const isBareSeparator = (line: string): boolean =>
	line.length < 60 && bareSeparator.test(line);

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

const isHeaderLine = (line: string): boolean =>
	isFrom(line) || isLabelled(line) || /^[ \t]+\S/u.test(line);
/** `Sent:` with a date: with an author's address above it, it needs no third label. */
const isDated = (line: string): boolean => isLabelled(line) && /\d.*\d{1,2}[:.h]\d{2}/u.test(line);

/** A form of a web site, whose sender and subject are fields among others. */
const formLabel =
	/^[\s*]*(?:e-?mail(?:[- ]?(?:adresse|address))?|telefon(?:nummer)?|phone(?: number)?|tel\.?|name|vorname|nachname|firma|company|nachricht|message|anliegen|kundennummer|nom|nombre|nome|téléphone|teléfono|telefono|mensaje|messaggio)\s*\*{0,2}[:：]/iu;

const fieldsFrom = (lines: readonly string[], at: number): readonly string[] => {
	const fields = lines.slice(at, at + 9);
	const end = fields.findIndex(line => line.trim() === '');
	return fields.slice(0, end < 0 ? fields.length : end);
};

/**
 * A copied header (`Von: … Gesendet: … An: … Betreff: …`), as Outlook puts it above the original. GMX
 * begins it with the date; values may be broken over several lines.
 */
export const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
	const line = lines[at] ?? '';
	const starts = isFrom(line);
	if (!starts && !isLabelled(line)) return false;
	const block = lines.slice(at + 1, at + 9);
	if (fieldsFrom(lines, at).some(one => formLabel.test(one))) return false;
	const others = block.filter(isLabelled).length;
	if (!starts) return others >= 2 && block.slice(0, 3).some(isFrom);
	return others >= 2 || (/\S@\S/u.test(line) && isDated(block[0] ?? ''));
};

/** How many lines a separator and the header below it take. */
export const headLength = (lines: readonly string[], at: number): number => {
	let end = isSeparator(lines[at] ?? '') ? at + 1 : at;
	if (!isHeaderBlock(lines, end) && (end === at || !isFrom(lines[end] ?? ''))) return end - at;
	while (end < at + 16 && isHeaderLine(lines[end] ?? '')) end++;
	return end - at;
};

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
			.replace(/^[[(<*_-]+\s*/u, '')
			.replace(/[\])>]+$/u, ''),
	);
