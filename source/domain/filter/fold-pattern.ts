/** Letters that count as a plain one though they do not decompose in Unicode. */
const odd: ReadonlyArray<readonly [string, string]> = [
	['o', 'ø'],
	['l', 'ł'],
	['d', 'đð'],
	['i', 'ı'],
	['h', 'ħ'],
	['t', 'ŧ'],
];

/** Plain letter → all Latin letters that are it with a mark, itself included. */
const variants: ReadonlyMap<string, string> = (() => {
	const found = new Map<string, string>(odd.map(([base, others]) => [base, base + others]));
	for (let code = 0xc0; code <= 0x1eff; code++) {
		if (code === 0x250) code = 0x1e00;
		const letter = String.fromCharCode(code).toLowerCase();
		const base = letter.normalize('NFD').charAt(0);
		if (base === letter || base < 'a' || base > 'z') continue;
		const known = found.get(base) ?? base;
		if (!known.includes(letter)) found.set(base, known + letter);
	}
	return found;
})();

const digraphs: Readonly<Record<string, string>> = {
	ae: 'äæ',
	oe: 'öœø',
	ue: 'ü',
	ss: 'ß',
};

const letterClass = (base: string): string => {
	const all = variants.get(base);
	return all ? `[${all}]` : base.replace(/[.*+?^${}()|[\]\\/]/u, '\\$&');
};

/** ä is found by ä, ae and a; ß by ß and ss. */
const foldLetter = (letter: string): string => {
	if (letter === 'ß') return '(?:ß|ss)';
	const base = letter.normalize('NFD').charAt(0);
	const spelled = Object.entries(digraphs).find(([, letters]) => letters.includes(letter));
	return spelled ? `(?:${spelled[0]}|${letterClass(base)})` : letterClass(base);
};

/**
 * The source of a regular expression (flags `iu`) that finds `text` whatever its case and marks, and
 * whether its umlauts are spelled ä or ae. A pattern instead of folded copies: nothing is allocated
 * for the rows it is tried on.
 */
export const foldPattern = (text: string): string => {
	const letters = [...text.normalize('NFC').toLowerCase()];
	let pattern = '';
	for (let index = 0; index < letters.length; index++) {
		const pair = digraphs[`${letters[index]}${letters[index + 1] ?? ''}`];
		if (pair === undefined) pattern += foldLetter(letters[index] ?? '');
		else {
			pattern += `(?:${letterClass(letters[index] ?? '')}${letterClass(letters[index + 1] ?? '')}|[${pair}])`;
			index++;
		}
	}
	return pattern;
};

/** A test for texts that contain `text`, folded as above. */
export const containsFolded = (text: string): ((candidate: string) => boolean) => {
	const pattern = new RegExp(foldPattern(text), 'iu');
	return candidate => pattern.test(candidate);
};

/** A test for texts that are `text`, folded as above. */
export const equalsFolded = (text: string): ((candidate: string) => boolean) => {
	const pattern = new RegExp(`^(?:${foldPattern(text)})$`, 'iu');
	return candidate => pattern.test(candidate);
};
