import {graphemes} from '../../domain/text/grapheme.ts';
import {controlKey, readEscape} from './escape.ts';
import {type Key, namedKey, textKey} from './key.ts';

export type KeyParser = {
	/** Takes bytes or text as they came; `now` in milliseconds. Returns the keys that are settled. */
	feed(chunk: string | Uint8Array, now: number): readonly Key[];
	/** Settles what is held, if `pendingUntil` has come. */
	flush(now: number): readonly Key[];
	/** When `flush` has something to settle, or undefined while nothing is held. */
	readonly pendingUntil: number | undefined;
};

/** A lone Escape waits this long for the rest of an arrow key torn by the network. */
const escapeHold = 100;
/** A begun sequence cannot be anything typed, so it may wait longer before it is swallowed. */
const sequenceHold = 300;
/** A paste whose end marker was lost ends after this long a silence. */
const pasteHold = 1000;
/** Nobody presses two keys this fast: within it, Escape and a letter are one Alt key. */
const altWindow = 25;

const esc = '\u001B';
const pasteEnd = '\u001B[201~';
const printable = /[^\p{Cc}\uFFFD]+/uy;

/** Pasted text is foreign: line ends become `\n`, controls other than tab go. */
const cleanPaste = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/\u001B\[[0-?]*[ -/]*[@-~]/g, '')
		.replace(/[^\P{Cc}\t\n]/gu, '');

const pasteKey = (text: string): Key => ({...namedKey('paste'), text: cleanPaste(text)});

/** Where a torn end marker begins at the end of `text`; its length if there is none. */
const tornMarker = (text: string): number => {
	for (let length = Math.min(pasteEnd.length - 1, text.length); length > 0; length--) {
		if (text.endsWith(pasteEnd.slice(0, length))) return text.length - length;
	}
	return text.length;
};

const typedKeys = (text: string): readonly Key[] =>
	graphemes(text).map(grapheme => textKey(grapheme));

type State = {held: string; pasted: string[] | undefined; since: number};

/** Reads pasted text up to its end marker. Returns where reading goes on. */
const readPaste = (state: State, pasted: string[], text: string, keys: Key[]): number => {
	const end = text.indexOf(pasteEnd);
	const until = end === -1 ? tornMarker(text) : end;
	pasted.push(text.slice(0, until));
	if (end === -1) {
		state.held = text.slice(until);
		return text.length;
	}
	keys.push(pasteKey(pasted.join('')));
	state.pasted = undefined;
	return end + pasteEnd.length;
};

const readOne = (state: State, text: string, at: number, keys: Key[]): number => {
	if (text[at] === esc) {
		const reading = readEscape(text, at);
		if (!reading.complete) {
			state.held = text.slice(at);
			return text.length;
		}
		if (reading.key !== undefined) keys.push(reading.key);
		if (reading.opensPaste === true) state.pasted = [];
		return at + reading.length;
	}
	printable.lastIndex = at;
	const run = printable.exec(text)?.[0];
	if (run !== undefined) {
		for (const key of typedKeys(run)) keys.push(key);
		return at + run.length;
	}
	const key = controlKey(text[at] ?? '');
	if (key !== undefined) keys.push(key);
	return at + 1;
};

const read = (state: State, text: string): Key[] => {
	const keys: Key[] = [];
	state.held = '';
	let rest = text;
	while (rest !== '') {
		const next =
			state.pasted === undefined
				? readOne(state, rest, 0, keys)
				: readPaste(state, state.pasted, rest, keys);
		rest = rest.slice(next);
	}
	return keys;
};

const deadline = (state: State): number | undefined => {
	if (state.pasted !== undefined) return state.since + pasteHold;
	if (state.held === '') return undefined;
	return state.since + (state.held === esc ? escapeHold : sequenceHold);
};

const settle = (state: State): readonly Key[] => {
	const {held, pasted} = state;
	state.held = '';
	state.pasted = undefined;
	if (pasted !== undefined) return [pasteKey(pasted.join(''))];
	return held === esc ? [namedKey('escape')] : [];
};

/** Whether the held Escape was a key of its own, because what follows cannot continue it. */
const escapeStoodAlone = (state: State, text: string, now: number): boolean =>
	state.held === esc && now - state.since > altWindow && !/^[[O\]P^_]/.test(text);

/**
 * The one reader of what the terminal sends. It knows no clock: `now` comes in with each call,
 * and time alone never settles anything in `feed`, so that a busy process does not tear an arrow
 * key that arrived while it was busy.
 */
export const createKeyParser = (): KeyParser => {
	const decoder = new TextDecoder();
	const state: State = {held: '', pasted: undefined, since: 0};
	return {
		feed(chunk, now) {
			const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, {stream: true});
			if (text === '') return [];
			const first = escapeStoodAlone(state, text, now) ? settle(state) : [];
			const keys = read(state, state.held + text);
			state.since = now;
			return first.length === 0 ? keys : [...first, ...keys];
		},
		flush(now) {
			const until = deadline(state);
			return until === undefined || now < until ? [] : settle(state);
		},
		get pendingUntil() {
			return deadline(state);
		},
	};
};
