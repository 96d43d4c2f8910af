import type {TextKey} from '../../language/say.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';

/** Where keys go: the list, an open ticket, a text being written, its review. */
export const scopes = ['list', 'ticket', 'compose', 'review'] as const;

export type Scope = (typeof scopes)[number];

export const groups = ['move', 'ticket', 'write', 'select', 'find', 'general'] as const;

export type Group = (typeof groups)[number];

/**
 * One thing that a person can do on the screen. Keys, palette, help, hint bar and batch menu read
 * the list in `index.ts`; the keys themselves stand in `data/key/default.json`.
 */
export type Verb = {
	readonly name: string;
	readonly label: TextKey;
	readonly group: Group;
	readonly scopes: readonly Scope[];
	/** Its place in the hint bar of each scope, lower numbers first; its text is `hint.<name>`. */
	readonly hint: Hint;
	/** True, or the key of the reason why not now. */
	readonly available: (state: State) => true | TextKey;
	readonly run: (state: State) => Reaction;
};

export type Hint = Readonly<Partial<Record<Scope, number>>>;

type Described = Pick<Verb, 'name' | 'group' | 'scopes' | 'run'> &
	Partial<Pick<Verb, 'available' | 'hint'>>;

/** A verb whose texts are named after it: `verb.<name>` and `hint.<name>`. */
export const defineVerb = (verb: Described): Verb => ({
	available: () => true,
	hint: {},
	...verb,
	label: `verb.${verb.name}` as TextKey,
});
