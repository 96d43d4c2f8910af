export type Segment = {
	readonly kind: 'text' | 'quote' | 'signature';
	readonly lines: readonly string[];
};

/** The line with which mail programs announce the mail they quote below it. */
const opened =
	/^(?:am|on|le|el|il|op|den)\s.{4,200}(?:schrieb|wrote|a écrit|escribió|ha scritto|schreef|skrev)\b.{0,200}:?\s*$/iu;
const named = /^.{1,120}<[^<>\s]+@[^<>\s]+>\s*(?:schrieb|wrote|a écrit)\b.{0,80}:\s*$/iu;

/** From here on everything is the original: Outlook and the forwards of most programs do not mark lines. */
const wholeBelow: readonly RegExp[] = [
	/^-{2,}\s*(?:original message|ursprüngliche nachricht|originalnachricht|forwarded message|weitergeleitete nachricht|message d'origine|mensaje original)\s*-{2,}$/iu,
	/^_{20,}$/u,
];

const headOf = /^(?:von|from|de|da|van|från)\s?:\s+\S/iu;
const headBelow = /^(?:gesendet|sent|datum|date|envoyé|enviado|inviato|verzonden)\s?:\s+\S/iu;

const isQuoted = (line: string): boolean => /^\s{0,3}>/u.test(line);

/** How many lines the announcement takes that begins here: programs break it once when it is long. */
const attributionLines = (lines: readonly string[], index: number): number => {
	const line = (lines[index] ?? '').trim();
	if (opened.test(line) || named.test(line)) return 1;
	return opened.test(`${line} ${(lines[index + 1] ?? '').trim()}`) ? 2 : 0;
};

const startsOriginal = (lines: readonly string[], index: number): boolean => {
	const line = (lines[index] ?? '').trim();
	if (wholeBelow.some(pattern => pattern.test(line))) return true;
	return headOf.test(line) && lines.slice(index + 1, index + 3).some(next => headBelow.test(next));
};

const firstFilled = (lines: readonly string[], from: number): number => {
	const found = lines.findIndex((line, index) => index >= from && line.trim() !== '');
	return found < 0 ? lines.length : found;
};

type Kind = Segment['kind'];

/** How many lines from here are announced or quoted, 0 for none. */
const quotedFrom = (lines: readonly string[], index: number): number => {
	if (startsOriginal(lines, index)) return lines.length - index;
	if (isQuoted(lines[index] ?? '')) return 1;
	const announced = attributionLines(lines, index);
	const below = firstFilled(lines, index + announced);
	return announced > 0 && isQuoted(lines[below] ?? '') ? below - index : 0;
};

/** The kind of each line. A signature (`-- `, RFC 3676 §4.3) ends where quoted text begins. */
const kinds = (lines: readonly string[]): readonly Kind[] => {
	const found: Kind[] = [];
	let current: Kind = 'text';
	while (found.length < lines.length) {
		const line = lines[found.length] ?? '';
		const quoted = quotedFrom(lines, found.length);
		if (quoted > 0) {
			for (let count = 0; count < quoted; count++) found.push('quote');
			current = 'quote';
			continue;
		}
		if (/^-- ?$/u.test(line)) current = 'signature';
		else if (current === 'quote' && line.trim() !== '') current = 'text';
		found.push(current);
	}
	return found;
};

/**
 * Cuts a mail text into what was written, what was quoted and the signature, for folding on the
 * screen. Nothing is removed: the segments joined are the text. Answers between quoted lines stay
 * text of their own.
 */
export const quoteSegments = (text: string): readonly Segment[] => {
	const lines = text.split('\n');
	const segments: Array<{kind: Kind; lines: string[]}> = [];
	for (const [index, kind] of kinds(lines).entries()) {
		const last = segments.at(-1);
		if (last?.kind === kind) last.lines.push(lines[index] ?? '');
		else segments.push({kind, lines: [lines[index] ?? '']});
	}
	return segments;
};

/** The text that was written newly, without quotes and signature. */
export const writtenText = (text: string): string =>
	quoteSegments(text)
		.filter(segment => segment.kind === 'text')
		.flatMap(segment => segment.lines)
		.join('\n')
		.trim();
