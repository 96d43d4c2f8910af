import type {Say} from '../language/say.ts';

const replacements: ReadonlyArray<readonly [RegExp, string]> = [
	[/ä/gu, 'ae'],
	[/ö/gu, 'oe'],
	[/ü/gu, 'ue'],
	[/Ä/gu, 'Ae'],
	[/Ö/gu, 'Oe'],
	[/Ü/gu, 'Ue'],
	[/ß/gu, 'ss'],
	[/…/gu, '...'],
	[/[»«“”„]/gu, '"'],
	[/[–—]/gu, '-'],
	[/×/gu, 'x'],
	[/↑↓/gu, 'Up/Down'],
	[/← →/gu, 'Left/Right'],
];

/** The texts of a language in ASCII, the values in them too, for terminals that show nothing else. */
export const asciiSay = (say: Say): Say => {
	const plain: typeof say = Object.assign(
		(...args: Parameters<Say>) =>
			replacements.reduce((text, [sign, plainSign]) => text.replace(sign, plainSign), say(...args)),
		{language: say.language},
	);
	return plain;
};
