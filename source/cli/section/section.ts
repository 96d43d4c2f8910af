import type {Desk, Me} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {TextKey} from '../../language/say.ts';
import type {Call, Flag} from '../command.ts';
import type {Choices} from '../input/choice.ts';

/** What `save` and `remove` may need beside the desk. */
export type Place = {readonly call: Call; readonly me: Me};

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
	readonly head: readonly TextKey[];
	readonly cells: (item: Item, me: Me) => readonly string[];
	readonly unknown: (key: string) => Problem;
	/** The item with what the flags say; `before` is null for a new one. */
	readonly build: (call: Call, key: string, before: Item | null) => Item;
	readonly save: (desk: Desk, item: Item, place: Place) => Promise<Result<null>>;
	readonly remove: (desk: Desk, item: Item, place: Place) => Promise<Result<unknown>>;
};
