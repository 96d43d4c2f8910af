import {type Key, type Modifiers, namedKey, textKey} from './key.ts';

const byFinal: Readonly<Record<string, string>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	F: 'end',
	H: 'home',
	P: 'f1',
	Q: 'f2',
	R: 'f3',
	S: 'f4',
};

/** Keypad keys of a terminal in application mode, sent as SS3. */
const byKeypadFinal: Readonly<Record<string, string>> = {...byFinal, M: 'enter', I: 'tab'};

const byNumber: Readonly<Record<string, string>> = {
	1: 'home',
	2: 'insert',
	3: 'delete',
	4: 'end',
	5: 'page-up',
	6: 'page-down',
	7: 'home',
	8: 'end',
	11: 'f1',
	12: 'f2',
	13: 'f3',
	14: 'f4',
	15: 'f5',
	17: 'f6',
	18: 'f7',
	19: 'f8',
	20: 'f9',
	21: 'f10',
	23: 'f11',
	24: 'f12',
};

/** Code points of the kitty protocol that are keys rather than text; 57xxx are keypad keys. */
const byCodePoint: Readonly<Record<number, string>> = {
	8: 'backspace',
	9: 'tab',
	13: 'enter',
	27: 'escape',
	127: 'backspace',
	57414: 'enter',
	57417: 'left',
	57418: 'right',
	57419: 'up',
	57420: 'down',
	57421: 'page-up',
	57422: 'page-down',
	57423: 'home',
	57424: 'end',
	57426: 'delete',
};

/** xterm and kitty send 1 plus a bit mask: shift 1, alt 2, ctrl 4. */
const modifiersOf = (parameter: string | undefined): Modifiers => {
	const mask = Math.max(0, (Number.parseInt(parameter ?? '1', 10) || 1) - 1);
	return {shift: (mask & 1) !== 0, alt: (mask & 2) !== 0, ctrl: (mask & 4) !== 0};
};

const isText = (code: number): boolean =>
	code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xf8ff);

/** The text a key writes under Shift: what the terminal says, or the capital letter. */
const shiftedText = (code: number, shifted: number | undefined): string =>
	shifted !== undefined && isText(shifted)
		? String.fromCodePoint(shifted)
		: String.fromCodePoint(code).toUpperCase();

/** kitty `code:shifted:base ; modifiers:event ; text u`; event 3 is the release of a key. */
const unicodeKey = (parameters: readonly string[]): Key | undefined => {
	const [code = Number.NaN, shifted] = (parameters[0] ?? '').split(':').map(Number);
	const [mask, event] = (parameters[1] ?? '').split(':');
	if (event === '3') return undefined;
	const modifiers = modifiersOf(mask);
	const name = byCodePoint[code];
	if (name !== undefined) return namedKey(name, modifiers);
	if (!isText(code)) return undefined;
	return modifiers.shift === true && code !== 0x20
		? textKey(shiftedText(code, shifted), {...modifiers, shift: false})
		: textKey(String.fromCodePoint(code), modifiers);
};

const numberedKey = (parameters: readonly string[]): Key | undefined => {
	// modifyOtherKeys of xterm: CSI 27 ; modifiers ; code ~
	if (parameters[0] === '27' && parameters.length === 3) {
		return unicodeKey([parameters[2] ?? '', parameters[1] ?? '']);
	}
	const name = byNumber[parameters[0] ?? ''];
	return name === undefined ? undefined : namedKey(name, modifiersOf(parameters[1]));
};

/** rxvt marks modifiers by the last letter: `$` shift, `^` ctrl, `@` both. */
const rxvtKey = (parameters: readonly string[], final: string): Key | undefined => {
	const name = byNumber[parameters[0] ?? ''];
	if (name === undefined) return undefined;
	return namedKey(name, {shift: final !== '^', ctrl: final !== '$'});
};

/** Cursor keys, Home, End and F1 to F4; rxvt sends small letters under Shift. */
const letterKey = (parameters: readonly string[], final: string): Key | undefined => {
	if (/^[abcd]$/.test(final)) return namedKey(byFinal[final.toUpperCase()] ?? '', {shift: true});
	// `CSI 4;7R` is a cursor report, not F3.
	const name = final === 'R' && parameters.length > 1 ? undefined : byFinal[final];
	return name === undefined ? undefined : namedKey(name, modifiersOf(parameters[1]));
};

/**
 * The key of a complete CSI sequence, given without its `ESC [`.
 * Undefined for replies, focus reports and everything not known, which the caller swallows.
 */
export const csiKey = (body: string): Key | undefined => {
	if (/^\[[A-E]$/.test(body)) return namedKey(`f${body.charCodeAt(1) - 64}`);
	const match = /^([\d;:]*)([$@-~])$/.exec(body);
	const parameters = (match?.[1] ?? '').split(';');
	const final = match?.[2] ?? '';
	if (final === 'u') return unicodeKey(parameters);
	if (final === '~') return numberedKey(parameters);
	if (final === 'Z') return namedKey('tab', {shift: true});
	return /^[$^@]$/.test(final) ? rxvtKey(parameters, final) : letterKey(parameters, final);
};

/** The key of a complete SS3 sequence, given without its `ESC O`. */
export const ss3Key = (body: string): Key | undefined => {
	const name = byKeypadFinal[body.at(-1) ?? ''];
	if (name !== undefined) return namedKey(name, modifiersOf(/\d+(?=\D$)/.exec(body)?.[0]));
	// Keypad digits and operators are the letters j to y for `*` to `9`.
	const code = body.charCodeAt(0);
	return body.length === 1 && code >= 0x6a && code <= 0x79
		? textKey(String.fromCharCode(code - 0x40))
		: undefined;
};
