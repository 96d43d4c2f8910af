import {isQuoted} from './marks.ts';
import {wroteWords} from './words.ts';

/** The longest introduction worth a look. */
const maxLength = 500;
/** Programs break it after 76 characters; long names and dates make four lines of it. */
const maxIntroduction = 4;

const verb = new RegExp(String.raw`(?:${wroteWords})[^\n]{0,60}[:：]\s*$`, 'iu');
/** Zoho closes with dashes: `---- On Mon, 02 Mar 2026 10:15:00 +0100 Max wrote ----`. */
const dashedVerb = new RegExp(
	String.raw`^-{2,}\s*\S.*\d.*(?:${wroteWords})[^\n]{0,10}-{2,}\s*$`,
	'iu',
);
const dashedEnd = new RegExp(String.raw`(?:${wroteWords})[^\n]{0,10}-{2,}\s*$`, 'iu');
/** Whatever the language: date, time and address before a colon. */
const fullEnd =
	/\d[^\n]*\d{1,2}[:.h]\d{2}\b[^\n]*[<(][^<>()\s]+@[^<>()\s]+[>)]+[^\n:]{0,60}[:：]\s*$/u;
/** KMail: `Max Muster - 02.03.26, 10:15:00 CET:`. */
const nameAndTime =
	/^[^\n:]{2,80} - \p{L}{0,12}[ .,]{0,2}\d{1,2}\.\s?[\p{L}\d]{1,10}[. ]\s?\d{2,4},? (?:um )?\d{1,2}:\d{2}[^\n]{0,12}:\s*$/u;
/** Gmail of old, without a colon: `2026-03-02 10:15 GMT+01:00 Max Muster <max@kunde.example>`. */
const dateAndAddress =
	/^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s(?:\d{1,2}:\d{2}\s(?:GMT\S*\s)?)?[^\n@]{1,60}<[^<>\s]+@[^<>\s]+>:?\s*$/u;
/** Without its address, if a quote follows. */
const dateAndName = /^\d{4}-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d\d:\d\d \S.{0,60}$/u;
/** In whatever words people have told their program to write, if a quote follows. */
const someDate =
	/\d{1,4}\s?[-./]\s?(?:\d{1,2}|\p{L}{3,9})\.?\s?[-./]\s?\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4}/u;
const someTime = /\d{1,2}[:.h]\d{2}/u;
const someAddress = /[\w.+-]@[\w-]+\.\w/u;
/** Without a colon, if a quote follows. */
const verbAndAddress = new RegExp(
	String.raw`(?:${wroteWords})\s[^\n<>]{0,60}<[^<>\s]+@[^<>\s]+>$`,
	'iu',
);
const addressEnd = /\p{Nd}[^\n]*[<(][^<>()\s]+@[^<>()\s]+[>)]\s*[:：]\s*$/u;
const timeEnd = /[<(][^<>()\s]+@[^<>()\s]+[>)].{0,80}\d{1,2}[:.h]\d{2}[^\n]{0,20}[:：]\s*$/iu;
const quotesNow =
	/^(?:quoting|zitat von|citando|zitiere|citát|cytowanie|citerar)\b[^\n]*[:：]?\s*$/iu;
/** People speak of what they wrote themselves. */
const ownWriting =
	/\b(?:schrieb(?:en)? (?:ich|wir)|(?:habe|hatte) ich|(?:haben|hatten) wir|(?:i|we) (?:\S+ )?(?:wrote|said)|j['’]ai écrit|je vous ai écrit|nous (?:vous )?avons écrit|ho scritto|abbiamo scritto|he escrito|hemos escrito)\b/iu;
/** Mail servers quote each other: `<a@kunde.example>: host mx.kunde.example said:`. */
const serverSaid = /\bhost\s\S+\ssaid:\s*$/u;
const speaksOtherwise = (text: string): boolean => serverSaid.test(text) || ownWriting.test(text);
const evidence = /\p{Nd}|@/u;

const introduces = (text: string): boolean =>
	quotesNow.test(text) ||
	verb.test(text) ||
	dashedVerb.test(text) ||
	addressEnd.test(text) ||
	fullEnd.test(text) ||
	nameAndTime.test(text) ||
	dateAndAddress.test(text) ||
	timeEnd.test(text);

/** Only right above a quote: a line with a date and a time, or with an address. */
const announcesQuote = (text: string): boolean =>
	dateAndName.test(text) ||
	(verbAndAddress.test(text) && someDate.test(text)) ||
	(/[:：]$/u.test(text) &&
		(someAddress.test(text) || (someDate.test(text) && someTime.test(text))));

/** Their first letters, q, z and c: most lines are done with here. */
const mayQuote = (line: string): boolean => {
	const first = line.charCodeAt(0) | 0x20;
	return first === 0x71 || first === 0x7a || first === 0x63;
};

const ends = (line: string): boolean =>
	line.endsWith(':') ||
	line.endsWith('：') ||
	(line.endsWith('--') && dashedEnd.test(line)) ||
	(line.endsWith('>') && (dateAndAddress.test(line) || verbAndAddress.test(line))) ||
	dateAndName.test(line) ||
	(mayQuote(line) && quotesNow.test(line));

/** How many lines from `at` on end as an introduction does, without an empty or a quoted one among them. */
const introductionLength = (lines: readonly string[], at: number): number => {
	for (let count = 1; count <= maxIntroduction; count++) {
		const line = lines[at + count - 1]?.trim() ?? '';
		if (line === '' || isQuoted(line)) return 0;
		if (ends(line)) return count;
	}
	return 0;
};

/** With these words and a date an introduction begins, */
const wordedOpening =
	/^[-–—*\s]*(?:On|At|Am|Le|El|Il|Em|In data|No dia|Op|Den|På|Pe|La|În|W dniu|Dnia|Dne|Dňa|Dana|На|Στις|Vào|Pada|Wiadomość|Quoting|Zitat|在|في)\s[^\n]*(?:\p{Nd}|\p{L}{2})/u;
/** or with the date itself. */
const datedOpening = /^(?:\d{1,4}(?:[-./年년]|\.?\s\p{L})|\p{L}{1,14}[.,]{0,2}\s?\d)/u;

/** Whether a line goes on in the next one: programs break them at an address, or where they are full. */
const goesOn = (line: string, next: string): boolean =>
	/[<(]$/u.test(line) || (line.length >= 40 && (/^[<(]/u.test(next) || /[\d@]/u.test(line)));

const isIntroduction = (
	lines: readonly string[],
	{quoted}: {readonly quoted: boolean},
): boolean => {
	const text = lines.map(line => line.trim()).join(' ');
	return (
		text.length <= maxLength &&
		(introduces(text) || (quoted && announcesQuote(text))) &&
		!speaksOtherwise(text) &&
		(quoted || evidence.test(text))
	);
};

/** Whether the introduction begins further down: what stands right above it is one's own. */
const beginsLater = (block: readonly string[], {quoted}: {readonly quoted: boolean}): boolean => {
	const [first = '', second = ''] = block.map(line => line.trim());
	const later = block.findLastIndex((line, at) => at > 0 && wordedOpening.test(line.trim()));
	if (later > 0 && isIntroduction(block.slice(later), {quoted})) return true;
	if (wordedOpening.test(first) || datedOpening.test(first) || goesOn(first, second)) return false;
	return block.some((_, at) => at > 0 && isIntroduction(block.slice(at), {quoted}));
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
	if (count === 0) return 0;
	const block = lines.slice(at, at + count);
	if (!isIntroduction(block, {quoted})) return 0;
	return count > 1 && beginsLater(block, {quoted}) ? 0 : count;
};

/** Yahoo's app begins the original behind its introduction: `On Mon, Mar 2, 2026 at 10:15, Max<max@kunde.example> wrote:   Is it?` */
const glued =
	/\d{1,2}[:.h]\d{2}\b[^\n<(]{0,160}[<(][^<>()\s]{1,80}@[^<>()\s]{1,80}[>)],?[^\n:：]{0,30}[:：](?:\s{2,}\S|\s?>\s)/u;
const wroteAnywhere = new RegExp(wroteWords, 'iu');

export const isGluedAttribution = (line: string): boolean => {
	if (!line.includes('@') || !wordedOpening.test(line.slice(0, 80))) return false;
	const opening = line.slice(0, maxLength);
	const [head] = glued.exec(opening) ?? [];
	return head !== undefined && wroteAnywhere.test(opening);
};

/** `On Thursday, June 27, 2013, Max wrote:`, as programs without a time of day write it. */
const dayAndYear =
	/^(?:On|Le|El|Il|Em|Op|Den) \p{L}{3,13},? [^\n]{0,30}\b(?:19|20)\d\d\b,? \S[^\n]{0,120} \p{L}{5,12} ?:$/u;

/** Without `>` below it an introduction needs an address or a time of day: people write such sentences too. */
export const isCertainAttribution = (text: string): boolean =>
	/\S@\S|\d{1,2}[:.h]\d{2}\b/u.test(text) || dayAndYear.test(text.trim());
