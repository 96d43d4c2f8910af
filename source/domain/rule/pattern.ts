/** What a condition compares: addresses as a whole, names and subjects by what they contain. */
export type Compared = 'address' | 'text';

/** A regular expression, which is tried under a time limit, or a test that always ends soon. */
export type Pattern =
	| {readonly kind: 'expression'; readonly expression: RegExp}
	| {readonly kind: 'plain'; readonly test: (text: string) => boolean};

/**
 * Why a pattern cannot be used: nothing in it, no regular expression, or an address without `@` that
 * no mail can have.
 */
export type PatternFault = 'empty' | 'expression' | 'address';

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

const containsInOrder = (text: string, pieces: readonly string[]): boolean => {
	let at = 0;
	for (const piece of pieces) {
		const found = text.indexOf(piece, at);
		if (found === -1) return false;
		at = found + piece.length;
	}
	return true;
};

/** Linear in the text, whatever stands between the wildcards: no expression is made of them. */
const isWhole = (text: string, pieces: readonly string[]): boolean => {
	const [first = '', ...rest] = pieces;
	const last = rest.pop();
	if (last === undefined) return text === first;
	return (
		text.length >= first.length + last.length &&
		text.startsWith(first) &&
		text.endsWith(last) &&
		containsInOrder(text.slice(first.length, text.length - last.length), rest)
	);
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@'));

const plainTest = (pattern: string, compared: Compared): ((text: string) => boolean) => {
	const pieces = folded(pattern).split(/[*%]/u);
	if (compared === 'text') return text => containsInOrder(folded(text), pieces);
	return pattern.startsWith('@')
		? address => address.includes('@') && isWhole(domainOf(folded(address.trim())), pieces)
		: address => isWhole(folded(address.trim()), pieces);
};

/** Unicode mode knows `\p{L}`; what it refuses (`\-`, `\#`) older writing still allows. */
const expressionOf = (source: string, flags: string): RegExp | null => {
	const chosen = [...new Set(`i${flags.replaceAll(/[gu]/gu, '')}`)].join('');
	for (const mode of ['u', '']) {
		try {
			return new RegExp(source, chosen + mode);
		} catch {
			// Tried in the other mode, else no expression at all.
		}
	}
	return null;
};

/**
 * Reads the pattern of a condition (product.md §9), always ignoring case: `/…/i` is a regular
 * expression, `*` and `%` stand for anything, `@domain` for every address there. Other texts are
 * compared as they are.
 */
export const readPattern = (pattern: string, compared: Compared): Pattern | PatternFault => {
	const text = pattern.trim();
	if (text === '') return 'empty';
	const [, source, flags = ''] = /^\/(.+)\/([gimsu]*)$/su.exec(text) ?? [];
	if (source !== undefined) {
		const expression = expressionOf(source, flags);
		return expression === null ? 'expression' : {kind: 'expression', expression};
	}
	if (compared === 'address' && !/[@*%]/u.test(text)) return 'address';
	return {kind: 'plain', test: plainTest(text, compared)};
};
