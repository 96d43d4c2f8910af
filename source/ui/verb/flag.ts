import type {TextKey} from '../../language/say.ts';
import type {Effect} from '../effect/effect.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {canActOn, performOn, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const canEdit = canActOn('tickets.edit');

const flags = ['prio', 'personal', 'private'] as const;

type Flag = (typeof flags)[number];

/** Sets the flag on all, or takes it from all when all have it: the same key back and forth. */
const toggle = (found: readonly Target[], flag: Flag): Effect => {
	const on = !found.every(target => target[flag] !== null && target[flag] !== false);
	return performOn(found, {
		action: flag,
		input: {on},
		label: {key: `done.${flag}.${on ? 'on' : 'off'}`},
	});
};

const plain = (found: readonly Target[], action: 'spam' | 'archiveUnread'): Effect =>
	performOn(found, {action, input: {}, label: {key: `done.${action}`}});

/** Stapelverarbeitung (product.md §4): one action on all marked tickets. */
const batch = (state: State): Reaction => {
	const found = targets(state);
	const line = (letter: string, name: string, effect: Effect) =>
		item({key: `verb.${name}` as TextKey}, {effects: [effect]}, {letter});
	return openPicker({key: 'picker.batch', params: {n: found.length}}, [
		line('s', 'spam', plain(found, 'spam')),
		line('u', 'archiveUnread', plain(found, 'archiveUnread')),
		line('p', 'personal', toggle(found, 'personal')),
		line('v', 'private', toggle(found, 'private')),
		line('r', 'prio', toggle(found, 'prio')),
	]);
};

const scopes = ['list', 'ticket'] as const;

const flagVerb = (flag: Flag): Verb =>
	defineVerb({
		name: flag,
		group: 'ticket',
		scopes,
		available: canEdit,
		run: state => ({effects: [toggle(targets(state), flag)]}),
	});

const plainVerb = (action: 'spam' | 'archiveUnread'): Verb =>
	defineVerb({
		name: action,
		group: 'ticket',
		scopes,
		available: canEdit,
		run: state => ({effects: [plain(targets(state), action)]}),
	});

export const flagVerbs: readonly Verb[] = [
	...flags.map(flagVerb),
	plainVerb('spam'),
	plainVerb('archiveUnread'),
	defineVerb({
		name: 'batch',
		group: 'select',
		scopes,
		hint: {list: 65, ticket: 80},
		available: canEdit,
		run: batch,
	}),
];
