import type {TextKey} from '../../language/say.ts';
import type {Look} from '../part/look.ts';
import type {SettingsTabName} from '../settings/tab-name.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';

/** Where keys go: list, open ticket, text being written, its review, settings, a form of theirs. */
export const scopes = ['list', 'ticket', 'compose', 'review', 'settings', 'form'] as const;

export type Scope = (typeof scopes)[number];

export const groups = ['move', 'settings', 'ticket', 'write', 'select', 'find', 'general'] as const;

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
	/** In settings and forms: the one tab that has it. */
	readonly tab?: SettingsTabName;
	/** Its place in the hint bar of each scope, lower numbers first; its text is `hint.<name>`. */
	readonly hint: Hint;
	/** True, or the key of the reason why not now. */
	readonly available: (state: State) => true | TextKey;
	/** Few need the look: those that must know how many lines a text takes. */
	readonly run: (state: State, look: Look) => Reaction;
};

export type Hint = Readonly<Partial<Record<Scope, number>>>;

type Described = Pick<Verb, 'name' | 'group' | 'scopes' | 'run'> &
	Partial<Pick<Verb, 'available' | 'hint' | 'tab'>>;

/** A verb whose texts are named after it: `verb.<name>` and `hint.<name>`. */
export const defineVerb = (verb: Described): Verb => ({
	available: () => true,
	hint: {},
	...verb,
	label: `verb.${verb.name}` as TextKey,
});

/** Whether a verb can be met at all: in this scope, and in this tab of the settings. */
export const isOf = (verb: Verb, scope: Scope, tab: SettingsTabName): boolean =>
	verb.scopes.includes(scope) && (verb.tab === undefined || verb.tab === tab);
