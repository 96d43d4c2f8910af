import {isStarred} from '../../domain/ticket.ts';
import type {TextKey} from '../../language/say.ts';
import type {Effect} from '../effect/effect.ts';
import type {Look} from '../part/look.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {furtherBatchItems} from './batch.ts';
import {item, openPicker} from './picker.ts';
import {applyRulesTo, senderOffer} from './rule.ts';
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

/** One's own star, back and forth by the same key. */
const star = (found: readonly Target[], {me}: State): Effect => {
	const login = me?.agent.login ?? '';
	const on = !found.every(target => isStarred(target, login));
	return performOn(found, {
		action: 'star',
		input: {on},
		label: {key: on ? 'done.star.on' : 'done.star.off'},
	});
};

const archiveUnread = (found: readonly Target[]): Effect =>
	performOn(found, {action: 'archiveUnread', input: {}, label: {key: 'done.archiveUnread'}});

/** Puts spam away and offers a rule for its sender. */
const spam = (found: readonly Target[], state: State, look: Look): Effect => {
	const effect = performOn(found, {action: 'spam', input: {}, label: {key: 'done.spam'}});
	const offer = senderOffer(state, look, found);
	return offer === null ? effect : {...effect, offer};
};

/** Stapelverarbeitung (product.md §4): one action on all marked tickets. */
const batch = (state: State, look: Look): Reaction => {
	const found = targets(state);
	const line = (letter: string, name: string, effect: Effect) =>
		item({key: `verb.${name}` as TextKey}, {effects: [effect]}, {letter});
	return openPicker({key: 'picker.batch', params: {n: found.length}}, [
		line('s', 'spam', spam(found, state, look)),
		line('u', 'archiveUnread', archiveUnread(found)),
		line('p', 'personal', toggle(found, 'personal')),
		line('v', 'private', toggle(found, 'private')),
		line('r', 'prio', toggle(found, 'prio')),
		line('n', 'applyRules', applyRulesTo(found)),
		...furtherBatchItems({state, look}),
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

export const flagVerbs: readonly Verb[] = [
	...flags.map(flagVerb),
	defineVerb({
		name: 'star',
		group: 'ticket',
		scopes,
		available: canEdit,
		run: state => ({effects: [star(targets(state), state)]}),
	}),
	defineVerb({
		name: 'spam',
		group: 'ticket',
		scopes,
		available: canEdit,
		run: (state, look) => ({effects: [spam(targets(state), state, look)]}),
	}),
	defineVerb({
		name: 'archiveUnread',
		group: 'ticket',
		scopes,
		available: canEdit,
		run: state => ({effects: [archiveUnread(targets(state))]}),
	}),
	defineVerb({
		name: 'batch',
		group: 'select',
		scopes,
		hint: {list: 65, ticket: 80},
		available: canEdit,
		run: batch,
	}),
];
