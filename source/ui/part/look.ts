import {textWidth} from '../../domain/text/width.ts';
import type {Say} from '../../language/say.ts';
import {showKey} from '../key/key-name.ts';
import type {Keymap} from '../key/keymap.ts';
import type {Glyphs} from '../look/glyph.ts';
import type {Theme} from '../look/theme.ts';
import type {Scope} from '../verb/verb.ts';
import {type Line, type Span, span} from './line.ts';

/** How the screen speaks and looks: the same for as long as it runs. */
export type Look = {
	readonly say: Say;
	/** The other language, for the second column of the palette. */
	readonly otherSay: Say;
	readonly glyphs: Glyphs;
	readonly isAscii: boolean;
	readonly theme: Theme;
	readonly keymap: Keymap;
};

/** A horizontal rule, with a title in it when there is one. */
export const rule = (look: Look, width: number, title = ''): Line => {
	const {horizontal} = look.glyphs;
	if (title === '') return [span(horizontal.repeat(width), 'border')];
	const rest = Math.max(0, width - textWidth(title) - 4);
	return [
		span(horizontal.repeat(2), 'border'),
		span(` ${title} `, 'accent'),
		span(horizontal.repeat(rest), 'border'),
	];
};

/** The first key of a verb (or a further one) as it is shown; empty when it has none. */
export const keyOf = (look: Look, verb: string, scope?: Scope, index = 0): string => {
	const key = look.keymap.keysOf(verb, scope)[index];
	return key === undefined
		? ''
		: showKey(key, {space: look.say('key.space'), isAscii: look.isAscii});
};

/** All keys of a verb, for help and palette. */
export const keysOf = (look: Look, verb: string, scope?: Scope): string =>
	look.keymap
		.keysOf(verb, scope)
		.map(key => showKey(key, {space: look.say('key.space'), isAscii: look.isAscii}))
		.join(' ');

/** Parts joined by the separator dot, without the empty ones. */
export const dotted = (look: Look, parts: readonly string[]): string =>
	parts.filter(part => part !== '').join(` ${look.glyphs.separator} `);

/** A key and what it does, as hints show them. */
export const hint = (key: string, label: string): readonly Span[] => [
	span(key, 'accent'),
	span(` ${label}`),
];
