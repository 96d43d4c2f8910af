import type {Row} from '../../desk/desk.ts';
import type {TextBuffer} from '../../domain/text/text-buffer.ts';
import type {Effect} from '../effect/effect.ts';
import type {UiEvent} from './event.ts';
import type {Words} from './undo-state.ts';

/** What happens when something is chosen or confirmed. */
export type Reaction = {
	readonly events?: readonly UiEvent[];
	readonly effects?: readonly Effect[];
};

export type PickerItem = {
	/** Chooses at once while nothing is typed; empty for none. */
	readonly letter: string;
	readonly label: Words | string;
	/** Second column: why, when, the present value. */
	readonly note: Words | string | null;
	/** Found by this as well as by its label. */
	readonly search?: string;
	/** A text shown below the lines while the cursor stands on the item. */
	readonly preview?: string;
	/** Null for an item that cannot be chosen now. */
	readonly reaction: Reaction | null;
};

export type PickerState = {
	readonly kind: 'picker';
	readonly title: Words;
	readonly items: readonly PickerItem[];
	readonly query: string;
	/** Letters are typed and choose nothing. */
	readonly isTyping: boolean;
	readonly index: number;
	/** What else can be typed, said while nothing is. */
	readonly hint: Words | null;
	/** Gives further items for a typed text: a date, a new tag. */
	readonly typed: ((query: string, now: number) => readonly PickerItem[]) | null;
};

export type PaletteState = {
	readonly kind: 'palette';
	readonly query: TextBuffer;
	readonly index: number;
};

export type HelpState = {readonly kind: 'help'; readonly query: string; readonly top: number};

/** A question before something that cannot be taken back. */
export type DialogState = {
	readonly kind: 'dialog';
	readonly title: Words;
	readonly lines: readonly Words[];
	/** The key that confirms, or the text that must be typed. */
	readonly confirm: {readonly key: string} | {readonly text: string};
	readonly action: Words;
	readonly typed: string;
	readonly reaction: Reaction;
};

/** The filter line of a list or the search line of a ticket: edited by ink-text-input. */
export type LineState = {
	readonly kind: 'line';
	readonly purpose: 'filter' | 'search' | 'settings';
	readonly value: string;
	/** What it was before, put back by Escape. */
	readonly before: string;
};

/** A path to attach or to save to, with completion. */
export type PathState = {
	readonly kind: 'path';
	readonly purpose: {readonly attach: true} | {readonly save: AttachmentPlace};
	readonly field: TextBuffer;
	readonly choices: readonly string[];
	readonly problem: Words | null;
};

/** Something of a mail that can be opened or saved: an attachment, its HTML, or the mail as it came. */
export type AttachmentPlace = {
	readonly number: string;
	readonly message: string;
	readonly index: number | 'html' | 'raw';
	readonly name: string;
};

/** One line that is asked for: a subject, a number. */
export type AskState = {
	readonly kind: 'ask';
	readonly title: Words;
	readonly field: TextBuffer;
	readonly problem: Words | null;
	/** What the text does, or what is wrong with it. */
	readonly answer: (text: string) => Reaction | {readonly problem: Words};
};

/** The marked tickets as a table. */
export type PreviewState = {
	readonly kind: 'preview';
	readonly title: Words;
	readonly rows: readonly Row[];
	readonly top: number;
};

export type Overlay =
	| PickerState
	| PaletteState
	| HelpState
	| DialogState
	| LineState
	| PathState
	| AskState
	| PreviewState;
