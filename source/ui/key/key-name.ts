/** Names of keys that write nothing, as the key parser gives them. */
const named: ReadonlySet<string> = new Set([
	'enter',
	'escape',
	'space',
	'tab',
	'backspace',
	'delete',
	'insert',
	'up',
	'down',
	'left',
	'right',
	'home',
	'end',
	'page-up',
	'page-down',
	...Array.from({length: 12}, (_, index) => `f${index + 1}`),
]);

/** Letters that end torn arrow, Home, End, Shift+Tab and function keys (ui.md T3). */
const torn: ReadonlySet<string> = new Set('ABCDFHPQSZO');

const order = ['ctrl', 'alt', 'shift'] as const;

type KeyReading =
	| {readonly ok: true; readonly key: string}
	| {readonly ok: false; readonly kind: 'unknown-key' | 'torn-letter'};

const isOneCharacter = (text: string): boolean => [...text].length === 1 && text.trim() !== '';

const readBracketed = (inner: string): KeyReading => {
	const parts = inner.toLowerCase().split('+');
	const name = parts.at(-1) ?? '';
	const modifiers = parts.slice(0, -1);
	const isKnown =
		(named.has(name) || (isOneCharacter(name) && modifiers.length > 0)) &&
		modifiers.every(modifier => order.some(known => known === modifier));
	if (!isKnown) return {ok: false, kind: 'unknown-key'};
	const sorted = order.filter(modifier => modifiers.includes(modifier));
	return {ok: true, key: [...sorted, name].join('+')};
};

/** Reads a key as key files spell it (`j`, `<ctrl+d>`, `<space>`) into the form of `keyName`. */
export const readKey = (text: string): KeyReading => {
	const bracketed = /^<(.+)>$/u.exec(text)?.[1];
	if (bracketed !== undefined) return readBracketed(bracketed);
	if (!isOneCharacter(text)) return {ok: false, kind: 'unknown-key'};
	return torn.has(text) ? {ok: false, kind: 'torn-letter'} : {ok: true, key: text};
};

const shown: Readonly<Record<string, string>> = {
	enter: 'Enter',
	escape: 'Esc',
	tab: 'Tab',
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	'page-up': 'PgUp',
	'page-down': 'PgDn',
	home: 'Home',
	end: 'End',
	backspace: '⌫',
};

const shownAscii: Readonly<Record<string, string>> = {
	up: 'Up',
	down: 'Down',
	left: 'Left',
	right: 'Right',
	backspace: 'BS',
};

/** A key as hint bar and help show it: `^d`, `Enter`, `Alt+Enter`. `space` is the word of the language. */
export const showKey = (key: string, options: {space: string; isAscii: boolean}): string => {
	const parts = key === '+' ? ['+'] : key.split('+');
	const name = parts.at(-1) ?? '';
	const plain =
		name === 'space'
			? options.space
			: ((options.isAscii ? shownAscii[name] : undefined) ?? shown[name] ?? name);
	if (parts[0] === 'ctrl' && parts.length === 2) return `^${plain}`;
	const modifiers = parts.slice(0, -1).map(one => one.slice(0, 1).toUpperCase() + one.slice(1));
	return [...modifiers, plain].join('+');
};
