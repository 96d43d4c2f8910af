import type {Desk, Me} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {TextKey} from '../../language/say.ts';
import type {Call, Flag} from '../command.ts';
import type {Choices} from '../input/choice.ts';

/** What `save` and `remove` may need beside the desk. */
export type Place = {readonly call: Call; readonly me: Me};

/** A verb that a section has beside list, add, set and remove, or in the place of one of them. */
export type SectionVerb = {
	/** How many keys it wants; any number when left out. */
	readonly keys?: number;
	readonly run: (call: Call, keys: readonly string[]) => Promise<number>;
};

/** A part of the settings that the command line lists and edits: items with a key each. */
export type Section<Item> = {
	readonly summary: TextKey;
	/** How the help calls the key, for example `LOGIN`. */
	readonly keyName: string;
	readonly flags: Readonly<Record<string, Flag>>;
	/** What flags with a fixed set of values may be. */
	readonly choices: Choices;
	readonly items: (me: Me) => readonly Item[];
	readonly keyOf: (item: Item) => string;
	/** The table of `list`, for sections that have no `list` among their own verbs. */
	readonly head?: readonly TextKey[];
	readonly cells?: (item: Item, me: Me) => readonly string[];
	readonly unknown: (key: string) => Problem;
	/** The item with what the flags say; `before` is null for a new one. */
	readonly build: (call: Call, key: string, before: Item | null) => Item | Promise<Item>;
	readonly save: (desk: Desk, item: Item, place: Place) => Promise<Result<null>>;
	readonly verbs?: Readonly<Record<string, SectionVerb>>;
	readonly remove: (desk: Desk, item: Item, place: Place) => Promise<Result<unknown>>;
};
