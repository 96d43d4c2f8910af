import {createRequire} from 'node:module';
import type {SettingsTabName} from '../settings/tab-name.ts';
import {verbByName, verbs} from '../verb/index.ts';
import {type Scope, scopes, type Verb} from '../verb/verb.ts';
import {readKey} from './key-name.ts';

/** Keys by verb name: `{"close": ["x"], "reply": "<disabled>"}`. */
export type KeyFile = Readonly<Record<string, readonly string[] | '<disabled>'>>;

export type KeyFinding = {
	readonly kind: 'unknown-verb' | 'unknown-key' | 'torn-letter' | 'taken' | 'not-a-list';
	readonly verb: string;
	readonly key: string;
	/** The verb that has the key already. */
	readonly other: string;
};

export type Keymap = {
	/** The verb of a key in a scope (in a tab of the settings); `key` as `keyName` spells it. */
	verbOf(scope: Scope, key: string, tab?: SettingsTabName): Verb | null;
	/** Keys of a verb in the spelling of `keyName`; with a scope those alone that work there. */
	keysOf(verb: string, scope?: Scope): readonly string[];
};

const load = createRequire(import.meta.url);

/** The keys that raute comes with. */
export const shippedKeys = (): KeyFile =>
	load('../../../data/key/default.json') as Record<string, string[]>;

/** A text field owns every key that writes something. */
const isBindable = (scope: Scope, key: string): boolean =>
	!['compose', 'form'].includes(scope) || key.includes('+') || key.length > 1;

type Bindings = Map<string, Verb>;

/** Verbs of one tab of the settings are apart from those of the others. */
const placeOf = (scope: Scope, tab: SettingsTabName | undefined): string =>
	tab === undefined ? scope : `${scope}.${tab}`;

/** Binds a key in every scope of the verb where it is free; answers the verbs that have it already. */
const bindOne = (bindings: Bindings, verb: Verb, key: string): ReadonlySet<Verb> => {
	const taken = new Set<Verb>();
	for (const scope of verb.scopes.filter(place => isBindable(place, key))) {
		const place = `${placeOf(scope, verb.tab)} ${key}`;
		const other = bindings.get(place) ?? bindings.get(`${scope} ${key}`);
		if (other === undefined) bindings.set(place, verb);
		else if (other !== verb) taken.add(other);
	}
	return taken;
};

type Wanted = ReadonlyMap<string, readonly string[]>;

const wantedIn = (file: KeyFile, findings: KeyFinding[]): Wanted => {
	const wanted = new Map<string, readonly string[]>();
	for (const [verb, keys] of Object.entries(file)) {
		const found = {verb, key: '', other: ''};
		if (!verbByName.has(verb)) findings.push({...found, kind: 'unknown-verb'});
		else if (keys === '<disabled>') wanted.set(verb, []);
		else if (!Array.isArray(keys)) findings.push({...found, kind: 'not-a-list'});
		else
			wanted.set(
				verb,
				keys.flatMap(text => readOne(text, verb, findings)),
			);
	}
	return wanted;
};

const readOne = (text: string, verb: string, findings: KeyFinding[]): readonly string[] => {
	const read = readKey(text);
	if (read.ok) return [read.key];
	findings.push({kind: read.kind, verb, key: text, other: ''});
	return [];
};

/**
 * The keys in force: the shipped ones, with the agent's own in their place. Of two verbs that want
 * the same key in the same scope the agent's wins; every such case is reported.
 */
export const createKeymap = (files: {
	readonly shipped: KeyFile;
	readonly user?: KeyFile | undefined;
}): {readonly keymap: Keymap; readonly findings: readonly KeyFinding[]} => {
	const findings: KeyFinding[] = [];
	const user = wantedIn(files.user ?? {}, findings);
	const shipped = wantedIn(files.shipped, findings);
	const bindings: Bindings = new Map();
	const shown = new Map<string, readonly string[]>();
	const bind = (verb: Verb, keys: readonly string[]) => {
		shown.set(verb.name, keys);
		for (const key of keys)
			for (const other of bindOne(bindings, verb, key))
				findings.push({kind: 'taken', verb: verb.name, key, other: other.name});
	};
	for (const verb of verbs) if (user.has(verb.name)) bind(verb, user.get(verb.name) ?? []);
	for (const verb of verbs) if (!user.has(verb.name)) bind(verb, shipped.get(verb.name) ?? []);
	return {
		findings,
		keymap: {
			verbOf: (scope, key, tab) =>
				bindings.get(`${placeOf(scope, tab)} ${key}`) ?? bindings.get(`${scope} ${key}`) ?? null,
			keysOf: (name, scope) =>
				(shown.get(name) ?? []).filter(key =>
					(scope === undefined ? scopes : [scope]).some(
						place =>
							bindings.get(`${placeOf(place, verbByName.get(name)?.tab)} ${key}`)?.name === name,
					),
				),
		},
	};
};
