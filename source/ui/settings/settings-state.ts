import type {TextBuffer} from '../../domain/text/text-buffer.ts';
import type {Words} from '../state/undo-state.ts';
import type {SettingsChange} from './change.ts';
import type {Values} from './form/field.ts';
import type {Faults} from './tab.ts';
import type {SettingsTabName} from './tab-name.ts';

/** Where one is in a tab. The cursor goes by key; `index` counts when that item is gone. */
export type TabPlace = {
	readonly index: number;
	readonly key: string | null;
	readonly filter: string;
};

/** A form that is open. It stays as it is whatever happens to the desk meanwhile. */
export type FormState = {
	readonly tab: SettingsTabName;
	/** Null for a new item. */
	readonly key: string | null;
	/** The item as it was when the form was opened, or the blank one. */
	readonly item: unknown;
	/** The values it began with. */
	readonly start: Values;
	readonly buffers: Readonly<Record<string, TextBuffer>>;
	readonly focus: string;
	/** The text of the field is selected: what is typed first takes its place. */
	readonly selected: boolean;
	readonly touched: ReadonlySet<string>;
	/** Saving was tried: faults show at every field. */
	readonly tried: boolean;
	/** What the desk objected to, by field; `''` for the whole. */
	readonly refused: Faults;
	readonly saving: boolean;
	/** The person knows that somebody changed the item meanwhile and saves all the same. */
	readonly force: boolean;
};

/** A change that was made, and the change that takes it back. */
export type SettingsEntry = {readonly label: Words; readonly change: SettingsChange};

type ByTab<T> = Readonly<Partial<Record<SettingsTabName, T>>>;

/** The settings screen. It keeps its places and its way back while raute runs. */
export type SettingsState = {
	readonly isOpen: boolean;
	readonly tab: SettingsTabName;
	readonly places: ByTab<TabPlace>;
	readonly form: FormState | null;
	/** Answers of the tabs' `load`. */
	readonly loaded: ByTab<unknown>;
	/** What verbs of the tabs found out. */
	readonly notes: ByTab<unknown>;
	readonly past: readonly SettingsEntry[];
	readonly future: readonly SettingsEntry[];
};

export const newSettings: SettingsState = {
	isOpen: false,
	tab: 'accounts',
	places: {},
	form: null,
	loaded: {},
	notes: {},
	past: [],
	future: [],
};
