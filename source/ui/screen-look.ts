import {createSay, type Language} from '../language/say.ts';
import {createKeymap, type KeyFile, shippedKeys} from './key/keymap.ts';
import {glyphSets} from './look/glyph.ts';
import {shippedTheme, type ThemeName} from './look/shipped-theme.ts';
import type {Theme} from './look/theme.ts';
import type {Look} from './part/look.ts';
import {asciiSay} from './plain-words.ts';
import type {OwnSettings} from './settings/own.ts';

export type LookOptions = {
	readonly language: Language;
	readonly ascii?: boolean | undefined;
	readonly theme?: Theme | undefined;
	/** The person's own keys, in the form of `data/key/default.json`. */
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

/**
 * The look of a screen whose person may choose another one: what stands in `own` goes before what
 * the call said. `themeOf` knows what the terminal can show.
 */
export const createLookOf = (
	call: LookOptions,
	themeOf: (name: ThemeName) => Theme = shippedTheme,
): ((own: OwnSettings) => Look) => {
	let last: {readonly own: OwnSettings; readonly key: string; readonly look: Look} | undefined;
	return own => {
		if (last?.own === own) return last.look;
		// While a form of the look is open its wish is a new value for each key.
		const key = JSON.stringify(own);
		if (last?.key === key) return last.look;
		const {language, theme, ascii} = own.look;
		const look = createLook({
			language: language ?? call.language,
			ascii: ascii ?? call.ascii,
			theme: theme === null ? call.theme : themeOf(theme),
			keys: own.keys,
		});
		last = {own, key, look};
		return look;
	};
};
