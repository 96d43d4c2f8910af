import type {GenericSchema} from 'valibot';
import type {Me} from '../../desk/desk.ts';
import type {Right} from '../../domain/agent.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {Say, TextKey} from '../../language/say.ts';
import type {EffectContext} from '../effect/context.ts';
import type {Line} from '../part/line.ts';
import type {Look} from '../part/look.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {Words} from '../state/undo-state.ts';
import type {SettingsChange} from './change.ts';
import type {Field, Values} from './form/field.ts';
import type {KeyBook, OwnSettings} from './own.ts';
import type {SettingsTabName} from './tab-name.ts';

/** What the items of a tab are made from. */
export type Source<Loaded = unknown, Note = unknown> = {
	readonly me: Me;
	readonly own: OwnSettings;
	readonly keyBook: KeyBook;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** What the tab's `load` answered last; null before the first answer. */
	readonly loaded: Loaded | null;
	/** What a verb of the tab left here with the event `settings-noted`: results of a test. */
	readonly note: Note | null;
};

export type Column<Item, From> = {
	readonly label: TextKey;
	/** Cells; the one column with 0 takes what the others leave. */
	readonly width: number;
	/** Narrower screens do without this column. */
	readonly from?: number;
	readonly align?: 'end';
	readonly text: (item: Item, place: {readonly source: From; readonly say: Say}) => string;
};

/** A form as it stands: what is typed, and the item it began with. */
export type Draft<Item, From> = {
	readonly values: Values;
	/** The item as it was, or the blank one. */
	readonly item: Item;
	readonly isNew: boolean;
	readonly source: From;
};

/** What may be wrong with a form, by field. */
export type Faults = Readonly<Record<string, Words>>;

/** A problem of the desk and the change that met it. */
export type Refusal<From> = {
	readonly problem: Problem;
	readonly change: Extract<SettingsChange, {kind: 'item'}>;
	readonly source: From;
};

/** One tab of the settings: a list of items and the form of one. See README.md. */
export type TabOf<Item, Loaded = unknown, Note = unknown> = {
	readonly name: SettingsTabName;
	/** Who lacks it sees the items and cannot change them; null for one's own settings. */
	readonly right: Right | null;
	/** Exceptions from `right` for one item, either way: true, or the reason why not. */
	readonly mayEdit?: (item: Item, source: Source<Loaded, Note>) => true | TextKey;
	readonly items: (source: Source<Loaded, Note>) => readonly Item[];
	/** Unique in the tab; undo, cursor and changes from elsewhere go by it. */
	readonly keyOf: (item: Item) => string;
	/** How messages call an item. */
	readonly titleOf: (item: Item) => string | Words;
	readonly columns: ReadonlyArray<Column<Item, Source<Loaded, Note>>>;
	/** A line below the list. */
	readonly about?: TextKey;
	/** What an empty list says; left out where something is to be set up. */
	readonly empty?: TextKey;
	/** Its items are shown and never edited. */
	readonly isReadOnly?: true;
	/** Asked for when the tab is shown and again after each of `reloadOn`. */
	readonly load?: (context: EffectContext) => Promise<Result<Loaded>>;
	readonly reloadOn?: ReadonlyArray<'settings' | 'import' | 'outbox'>;
	/** For `Space`: items that are on or off. */
	readonly active?: {
		readonly is: (item: Item) => boolean;
		readonly set: (item: Item, on: boolean) => Item;
	};
	/** The item that `+` begins with; without it nothing can be added. */
	readonly blank?: (source: Source<Loaded, Note>) => Item;
	/** The values of the form that an item begins with. */
	readonly values: (item: Item, source: Source<Loaded, Note>) => Values;
	/** The fields of the form; they may follow from what is typed. */
	readonly fields: (draft: Draft<Item, Source<Loaded, Note>>) => readonly Field[];
	/** The item that the values make. */
	readonly read: (draft: Draft<Item, Source<Loaded, Note>>) => Item;
	/**
	 * The schema of `domain/settings/settings-input.ts`; what it objects to is shown at the field
	 * of that name.
	 */
	readonly schema?: GenericSchema;
	/** Faults that no schema sees: a name that is taken. */
	readonly check?: (item: Item, draft: Draft<Item, Source<Loaded, Note>>) => Faults;
	/** What has to come before saving: true, or the reason why not yet. */
	readonly ready?: (draft: Draft<Item, Source<Loaded, Note>>) => true | TextKey;
	/** Below the fields: a preview, results of a test. */
	readonly below?: (
		draft: Draft<Item, Source<Loaded, Note>>,
		place: {readonly look: Look; readonly width: number; readonly height: number},
	) => readonly Line[];
	/**
	 * Adds (`before` null) or replaces. `extra` is what `remove` answered when this brings an item
	 * back. The value of the answer goes to the inverse change.
	 */
	readonly save: (
		context: EffectContext,
		item: Item,
		more: {readonly before: Item | null; readonly extra: unknown},
	) => Promise<Result<unknown>>;
	readonly remove?: (
		context: EffectContext,
		item: Item,
		extra: unknown,
	) => Promise<Result<unknown>>;
	/** Why an item can be neither removed nor switched off; true when it can. */
	readonly mayRemove?: (item: Item, source: Source<Loaded, Note>) => true | TextKey;
	/** For `d` where an item cannot go: what it falls back to. */
	readonly reset?: (item: Item, source: Source<Loaded, Note>) => Item;
	/** For what cannot be undone: the lines of the question before removing. */
	readonly question?: (item: Item, source: Source<Loaded, Note>) => readonly Words[];
	/** Another way after a refusal: a menu for where the tickets of a queue go. */
	readonly refused?: (refusal: Refusal<Source<Loaded, Note>>) => Reaction | null;
	/** Which field a problem of the desk belongs to, when its `field` or label do not say so. */
	readonly fieldOf?: (problem: Problem) => string | null;
	/** For `<` and `>`: puts all items in the order of these keys. */
	readonly order?: (context: EffectContext, keys: readonly string[]) => Promise<Result<null>>;
};

/** A tab whose item type is forgotten, as the screen holds it. */
export type SettingsTab = TabOf<unknown>;

/**
 * Makes a tab. Inside its file an item has its type; the screen hands items back as it got them,
 * so forgetting the type here is safe.
 */
export const defineTab = <Item, Loaded = null, Note = null>(
	tab: TabOf<Item, Loaded, Note>,
): SettingsTab => tab as unknown as SettingsTab;
