/*
 * The one place where foreign text is made harmless. Everything that comes out of a mail or from a
 * server passes here once, at the boundary; nothing behind it needs to clean again.
 */

/**
 * ECMA-48 sequences that begin with ESC, with all that belongs to them: strings (OSC, DCS, SOS, PM,
 * APC) up to their terminator, CSI up to its final byte, and the short forms. A string without a
 * terminator ends with its line, so that a lone ESC never takes more than one line of a mail along.
 */
const escapeSequences =
	/\u001B(?:[\]PX^_k][^\u0007\u001B\u009C\n\r]*(?:\u0007|\u001B\\|\u009C)?|\[[0-?]*[ -/]*[@-~]?|[ -/]*[0-~]?)/gu;

/**
 * The same with 8-bit introducers. Stricter, because U+009B and U+009D also stand in text that was
 * decoded twice (a curly quote becomes â € U+009D): only what really has parameters or a
 * terminator is swallowed, a lone introducer is removed below.
 */
const eightBitSequences =
	/\u009B[0-?]+[ -/]*[@-~]|\u009D\d{1,4};[^\u0007\u001B\u009C\n\r]*(?:\u0007|\u001B\\|\u009C)?|[\u0090\u0098\u009E\u009F][^\u0007\u001B\u0090\u0098-\u009F\n\r]{0,4096}(?:\u001B\\|\u009C)/gu;

/** CR CR LF is one: programs that encode the first leave the second to the mail. */
const lineBreaks = /\r+\n|[\r\v\f\u2028\u2029]/gu;

/**
 * C0 but LF and TAB, C1, everything without a width of its own (bidi marks, overrides and isolates,
 * zero-width, soft hyphen, tag characters, variation selectors, fillers), interlinear annotations, skin
 * tones, and noncharacters. U+200C and U+200D are left for the next step.
 */
const forbidden =
	/(?![\n\t\u200C\u200D])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB\u{1F3FB}-\u{1F3FF}]/gu;

/** The scripts whose spelling needs the joiners: Persian and Urdu, Syriac, Mongolian, and those of India. */
const joining =
	'[\\p{scx=Arabic}\\p{scx=Syriac}\\p{scx=Mongolian}\\p{scx=Devanagari}\\p{scx=Bengali}\\p{scx=Gurmukhi}' +
	'\\p{scx=Gujarati}\\p{scx=Oriya}\\p{scx=Tamil}\\p{scx=Telugu}\\p{scx=Kannada}\\p{scx=Malayalam}\\p{scx=Sinhala}\\p{scx=Khmer}]';
const letter = `(?=[\\p{L}\\p{M}])${joining}`;
const joinerOutsideWords = new RegExp(
	`(?<!${letter})[\\u200C\\u200D]|[\\u200C\\u200D](?!${letter})`,
	'gu',
);

/** Stacked marks paint over the rows above and below; no orthography needs more than eight. */
const stackedMarks = /(\p{M}{8})\p{M}+/gu;

/**
 * All but the characters that nothing here touches: ASCII, Latin letters without the soft hyphen, dashes,
 * quotes, bullets and the euro. Most mails have no others. One is looked for, since a pattern that has to
 * fit a whole text of megabytes runs out of stack.
 */
const doubtful = /[^\t\n -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E€]/u;

/**
 * Foreign text of several lines, without anything that could move the cursor, set a title, write the
 * clipboard, reorder or hide letters. Line ends become LF. Emoji sequences fall apart into their
 * emoji, because terminals disagree about their width. Idempotent.
 */
export const clean = (text: string): string => {
	const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
	if (!doubtful.test(lines)) return lines;
	return text
		.toWellFormed()
		.replace(escapeSequences, '')
		.replace(eightBitSequences, '')
		.replace(lineBreaks, '\n')
		.replace(forbidden, '')
		.replace(joinerOutsideWords, '')
		.replace(stackedMarks, '$1');
};

/** The same for what stands in one line: subjects, names, file names. White space becomes one space. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

/** A line of at most `max` UTF-16 units, without half a character at its end. */
export const cutLine = (line: string, max: number): string =>
	line.length <= max
		? line
		: line
				.slice(0, max)
				.replace(/[\uD800-\uDBFF]$/u, '')
				.trimEnd();

/** The same for an address, a Message-ID or a host: no white space and no joiner inside at all. */
export const cleanAddress = (text: string): string =>
	clean(text).replace(/[\s\u200C\u200D]+/gu, '');

/** What a server answered, as one line of at most `max` characters; a cut is shown by an ellipsis. */
export const cleanResponse = (text: string, max = 300): string => {
	const line = cleanLine(text.slice(0, max * 8));
	const characters = [...line];
	return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : line;
};
