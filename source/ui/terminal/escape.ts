import {boundaryAfter} from '../../domain/text/grapheme.ts';
import {type Key, namedKey, textKey} from './key.ts';
import {csiKey, ss3Key} from './sequence.ts';

/** What stands at the front of the input: a torn sequence, or `length` characters that are settled. */
export type Reading =
	| {readonly complete: false}
	| {
			readonly complete: true;
			readonly length: number;
			readonly key?: Key | undefined;
			readonly opensPaste?: boolean;
	  };

const torn: Reading = {complete: false};
const settled = (length: number, key?: Key): Reading => ({complete: true, length, key});

const csi = /\u001B\[(\[[\s\S]|\d+\$|[0-?]*[ -/]*[@-~])/y;
const csiBeginning = /\u001B\[(?:\[|[0-?]*[ -/]*)/y;
const ss3 = /\u001BO([\d;]*[@-~])/y;
const ss3Beginning = /\u001BO[\d;]*/y;
// Replies of the terminal: OSC, DCS, PM and APC, ended by BEL or ST. They never become text.
const reply = /\u001B[\]P^_][^\u0007\u001B]*(?:\u0007|\u001B\\)/y;
const replyBeginning = /\u001B[\]P^_][^\u0007\u001B]*\u001B?/y;
const longestReply = 65_536;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
	pattern.lastIndex = at;
	return pattern.exec(text);
};

/** A beginning that reaches the end of the input is torn; one that meets a wrong character is swallowed. */
const unfinished = (beginning: RegExp, text: string, at: number): Reading => {
	const length = matchAt(beginning, text, at)?.[0].length ?? 1;
	return at + length === text.length && length < longestReply ? torn : settled(length);
};

const readCsi = (text: string, at: number): Reading => {
	const match = matchAt(csi, text, at);
	// `ESC [ [` alone is the first half of a function key of the Linux console.
	if (match === null || match[0] === '\u001B[[') return unfinished(csiBeginning, text, at);
	const body = match[1] ?? '';
	if (body === '200~') return {complete: true, length: match[0].length, opensPaste: true};
	return settled(match[0].length, csiKey(body));
};

const readSs3 = (text: string, at: number): Reading => {
	const match = matchAt(ss3, text, at);
	if (match === null) return unfinished(ss3Beginning, text, at);
	return settled(match[0].length, ss3Key(match[1] ?? ''));
};

const readReply = (text: string, at: number): Reading => {
	const match = matchAt(reply, text, at);
	return match === null ? unfinished(replyBeginning, text, at) : settled(match[0].length);
};

/** The key of one C0 control or DEL; undefined for C1 controls, which no terminal sends in UTF-8. */
export const controlKey = (character: string): Key | undefined => {
	const code = character.charCodeAt(0);
	if (code === 0x0d) return namedKey('enter');
	if (code === 0x09) return namedKey('tab');
	if (code === 0x1b) return namedKey('escape');
	if (code === 0x08 || code === 0x7f) return namedKey('backspace');
	if (code === 0) return namedKey('space', {ctrl: true});
	if (code < 0x20) return namedKey(String.fromCharCode(code + 0x40).toLowerCase(), {ctrl: true});
	return undefined;
};

const withAlt = (key: Key | undefined): Key | undefined =>
	key === undefined ? undefined : {...key, alt: true};

const readAlt = (text: string, at: number): Reading => {
	const rest = text.slice(at + 1, at + 65);
	const control = /^\p{Cc}/u.test(rest) ? rest.slice(0, 1) : undefined;
	if (control !== undefined) return settled(2, withAlt(controlKey(control)));
	const grapheme = rest.slice(0, boundaryAfter(rest, 0));
	return settled(1 + grapheme.length, textKey(grapheme, {alt: true}));
};

/** Reads what begins with the Escape at `at`. Unknown sequences settle without a key. */
export const readEscape = (text: string, at: number): Reading => {
	const next = text[at + 1];
	if (next === undefined) return torn;
	if (next === '[') return readCsi(text, at);
	if (next === 'O') return readSs3(text, at);
	if (next === ']' || next === 'P' || next === '^' || next === '_') return readReply(text, at);
	// Escape typed twice, or Escape typed ahead of an arrow: the first one stands alone.
	if (next === '\u001B') return settled(1, namedKey('escape'));
	return readAlt(text, at);
};
