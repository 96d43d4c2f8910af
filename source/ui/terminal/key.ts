/** One press of a key, or one paste. */
export type Key = {
	/** `j`, `J`, `ä`, `space`, `enter`, `escape`, `page-down`, `f5`, `paste` … */
	readonly name: string;
	/** What the key writes into a text field. Absent for keys that write nothing. */
	readonly text?: string;
	readonly ctrl: boolean;
	readonly alt: boolean;
	/** Only for keys whose name does not show it: `shift+down`, but `J`. */
	readonly shift: boolean;
};

export type Modifiers = {readonly ctrl?: boolean; readonly alt?: boolean; readonly shift?: boolean};

/** A key without text, such as `up` or `ctrl+d`. */
export const namedKey = (name: string, modifiers: Modifiers = {}): Key => ({
	name,
	ctrl: modifiers.ctrl ?? false,
	alt: modifiers.alt ?? false,
	shift: modifiers.shift ?? false,
});

/** A key that writes one grapheme; with Ctrl or Alt held it names the grapheme but writes nothing. */
export const textKey = (grapheme: string, modifiers: Modifiers = {}): Key => {
	const key = namedKey(grapheme === ' ' ? 'space' : grapheme, modifiers);
	return key.ctrl || key.alt ? key : {...key, text: grapheme};
};

/** The one spelling of a key used by keymaps and tests: `ctrl+d`, `alt+enter`, `shift+down`, `J`. */
export const keyName = (key: Key): string =>
	`${key.ctrl ? 'ctrl+' : ''}${key.alt ? 'alt+' : ''}${key.shift ? 'shift+' : ''}${key.name}`;
