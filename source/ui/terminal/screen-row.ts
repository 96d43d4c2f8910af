import {graphemeWidth} from '../../domain/text/width.ts';
import {createStyle} from './style.ts';

/** The cells of a row, up to its last one that is not an unstyled blank. */
export type Cells = {
	/** One character a cell; '' is the second half of a wide one. */
	readonly characters: readonly string[];
	readonly styles: readonly string[];
};

/** One row of the screen as Ink wrote it. */
export type ScreenRow = {
	readonly raw: string;
	/** Undefined when terminals may disagree about its cells; then it is only written whole. */
	readonly cells: Cells | undefined;
};

export const blankRow: ScreenRow = {raw: '', cells: {characters: [], styles: []}};

// Marks, joiners, selectors, modifiers, flags and emoji newer than a terminal's tables: their
// width is known to nobody but the terminal itself.
const unsure =
	/[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\u00ad\u1100-\u11ff\u{1f000}-\u{1ffff}]/u;
// SGR, a hyperlink (OSC 8), or plain text.
const part = /\u001B\[([\d;]*)m|(\u001B\]8;[^\u0007\u001B]*(?:\u0007|\u001B\\))|([^\p{Cc}]+)/uy;

const widths = new Map<string, number>();

const widthOf = (character: string): number => {
	const known = widths.get(character);
	if (known !== undefined) return known;
	const width = graphemeWidth(character);
	if (widths.size > 8192) widths.clear();
	widths.set(character, width);
	return width;
};

const trimmed = (characters: string[], styles: string[]): Cells => {
	let length = characters.length;
	while (length > 0 && characters[length - 1] === ' ' && styles[length - 1] === '') length--;
	return {characters: characters.slice(0, length), styles: styles.slice(0, length)};
};

/** What is known of a row while it is read. */
type Reading = {
	readonly style: ReturnType<typeof createStyle>;
	readonly characters: string[];
	readonly styles: string[];
	isSure: boolean;
};

const writeText = (reading: Reading, text: string) => {
	const {characters, styles} = reading;
	const style = reading.style.current();
	for (const character of text) {
		characters.push(character);
		styles.push(style);
		if (widthOf(character) === 2) {
			characters.push('');
			styles.push(style);
		}
	}
};

/** Reads what stands at `at`. Returns its length, 0 when it is not understood. */
const readPart = (reading: Reading, raw: string, at: number): number => {
	part.lastIndex = at;
	const match = part.exec(raw);
	if (match === null) return 0;
	const [whole, parameters, , text] = match;
	if (parameters !== undefined) return reading.style.apply(parameters) ? whole.length : 0;
	if (text === undefined || unsure.test(text)) reading.isSure = false;
	else writeText(reading, text);
	return whole.length;
};

/**
 * Splits a row into cells. Undefined when it holds anything but text, SGR and hyperlinks, or when
 * its style runs on into the next row: then the frame is not what it is taken for.
 */
export const readRow = (raw: string, columns: number): ScreenRow | undefined => {
	const reading: Reading = {style: createStyle(), characters: [], styles: [], isSure: true};
	let at = 0;
	while (at < raw.length) {
		const length = readPart(reading, raw, at);
		if (length === 0) return undefined;
		at += length;
	}
	if (reading.style.current() !== '') return undefined;
	const fits = reading.isSure && reading.characters.length <= columns;
	return {raw, cells: fits ? trimmed(reading.characters, reading.styles) : undefined};
};
