/** Every sign of the screen, once for terminals with Unicode and once in ASCII. */
const unicode = {
	unread: '●',
	star: '★',
	prio: '!',
	mark: 'x',
	cursor: '>',
	folded: '▸',
	unfolded: '▾',
	choice: '▾',
	comment: '■',
	quote: '┊',
	ellipsis: '…',
	separator: '·',
	none: '–',
	done: '✓',
	outgoing: '→',
	hidden: '•',
	progress: '#',
	rest: '·',
	horizontal: '─',
	vertical: '│',
	teeDown: '┬',
	teeUp: '┴',
	topLeft: '┌',
	topRight: '┐',
	bottomLeft: '└',
	bottomRight: '┘',
} as const;

export type GlyphName = keyof typeof unicode;
export type Glyphs = Readonly<Record<GlyphName, string>>;

const ascii: Glyphs = {
	unread: 'o',
	star: '*',
	prio: '!',
	mark: 'x',
	cursor: '>',
	folded: '+',
	unfolded: '-',
	choice: 'v',
	comment: '#',
	quote: ':',
	ellipsis: '...',
	separator: '-',
	none: '-',
	done: '+',
	outgoing: '>',
	hidden: '*',
	progress: '#',
	rest: '.',
	horizontal: '-',
	vertical: '|',
	teeDown: '+',
	teeUp: '+',
	topLeft: '+',
	topRight: '+',
	bottomLeft: '+',
	bottomRight: '+',
};

export const glyphSets: {readonly unicode: Glyphs; readonly ascii: Glyphs} = {unicode, ascii};

export type Environment = Readonly<Record<string, string | undefined>>;

/** POSIX asks in this order; an unset locale is `C`, which is not UTF-8. */
const isUtf8 = (environment: Environment): boolean =>
	/utf-?8/i.test(environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '');

/** The signs this terminal can show. `isAscii` is the wish of `--ascii`, either way. */
export const chooseGlyphs = (environment: Environment, isAscii?: boolean): Glyphs => {
	if (isAscii !== undefined) return isAscii ? ascii : unicode;
	const isPoor = /^(?:linux|dumb)$/.test(environment['TERM'] ?? '');
	return isPoor || !isUtf8(environment) ? ascii : unicode;
};
