import {createSay, type Language} from '../language/say.ts';
import {createKeymap, type KeyFile, shippedKeys} from './key/keymap.ts';
import {glyphSets} from './look/glyph.ts';
import {shippedTheme} from './look/shipped-theme.ts';
import type {Theme} from './look/theme.ts';
import type {Look} from './part/look.ts';
import {asciiSay} from './plain-words.ts';

export type LookOptions = {
	readonly language: Language;
	readonly ascii?: boolean | undefined;
	readonly theme?: Theme | undefined;
	/** The agent's own keys, in the form of `data/key/default.json`. */
	readonly keys?: KeyFile | undefined;
};

/** Words, signs, colours and keys of a screen. */
export const createLook = ({language, ascii = false, theme, keys}: LookOptions): Look => {
	const words = (of: Language) => {
		const say = createSay(of);
		return ascii ? asciiSay(say) : say;
	};
	return {
		say: words(language),
		otherSay: words(language === 'de' ? 'en' : 'de'),
		glyphs: ascii ? glyphSets.ascii : glyphSets.unicode,
		isAscii: ascii,
		theme: theme ?? shippedTheme('terminal'),
		keymap: createKeymap({shipped: shippedKeys(), user: keys}).keymap,
	};
};
