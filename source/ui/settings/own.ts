import type {SavedView} from '../../domain/list/saved-view.ts';
import type {Language, TextKey} from '../../language/say.ts';
import type {KeyFile, KeyFinding} from '../key/keymap.ts';
import type {ThemeName} from '../look/shipped-theme.ts';
import type {Scope} from '../verb/verb.ts';

/** How the person at this screen wants it to look; null: as the terminal and the call say. */
export type LookWish = {
	readonly language: Language | null;
	readonly theme: ThemeName | null;
	readonly ascii: boolean | null;
};

/** Settings of the person at the screen, kept in the config folder and nowhere on the desk. */
export type OwnSettings = {
	readonly keys: KeyFile;
	readonly look: LookWish;
	readonly views: readonly SavedView[];
};

export const noOwnSettings: OwnSettings = {
	keys: {},
	look: {language: null, theme: null, ascii: null},
	views: [],
};

type KeyBookEntry = {
	readonly name: string;
	readonly label: TextKey;
	readonly scopes: readonly Scope[];
};

/** All verbs and the keys that a key file gives them; tabs cannot import the verbs themselves. */
export type KeyBook = {
	readonly verbs: readonly KeyBookEntry[];
	/** The shipped keys with a person's own in their place; keys as key files spell them. */
	readonly read: (keys: KeyFile) => {
		readonly keysOf: (verb: string) => readonly string[];
		readonly findings: readonly KeyFinding[];
	};
};
