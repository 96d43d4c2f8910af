import type {Ticket} from '../../domain/ticket.ts';
import type {TextKey} from '../../language/say.ts';
import {performOnce} from '../effect/perform-once.ts';
import {shortNumber} from '../part/number.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {askNumber} from './ask-line.ts';
import {digit, item, openPicker} from './picker.ts';
import {canActOn, openTicket, performOn, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const canEdit = canActOn('tickets.edit');

/** Merges the others into one; in an open ticket that one is shown then. */
const mergeInto = (state: State, found: readonly Target[], into: string): Reaction => {
	const others = found.filter(({number}) => number !== into);
	const label = {
		key: 'done.merged',
		params: {number: shortNumber(into, state.now)},
	} as const;
	const effects = [performOn(others, {action: 'merge', input: {into}, label})];
	return state.pane === 'ticket'
		? {effects: [...effects, {type: 'follow-ticket', number: into}]}
		: {effects};
};

const titleOf = (state: State, target: Target): string =>
	`${shortNumber(target.number, state.now)} ${target.subject}`;

/** Which of the marked tickets stays: the oldest one stands first. */
const chooseMarked = (state: State, found: readonly Target[]): Reaction => {
	const oldest = found.toSorted((a, b) => (a.number < b.number ? -1 : 1));
	return openPicker(
		{key: 'picker.merge', params: {n: found.length}},
		oldest.map((target, index) =>
			item(titleOf(state, target), mergeInto(state, found, target.number), {
				letter: digit(index),
				note: target.requester.name || target.requester.address,
			}),
		),
	);
};

const merge = (state: State): Reaction => {
	const found = targets(state);
	if (found.length > 1) return chooseMarked(state, found);
	return askNumber(state, 'ask.merge', number => mergeInto(state, found, number));
};

/** The tickets that a merge with this one can be taken apart from: itself, or those merged into it. */
const merged = (ticket: Ticket): readonly string[] => {
	const isAway = ticket.links.some(({kind}) => kind === 'merged-into');
	if (isAway) return [ticket.number];
	return ticket.links.filter(({kind}) => kind === 'merged-from').map(({number}) => number);
};

const unmerge = (state: State): Reaction => {
	const ticket = openTicket(state);
	const numbers = ticket === null ? [] : merged(ticket);
	const apart = (number: string): Reaction => ({
		effects: [performOnce({key: 'done.unmerged'}, [{number, action: 'unmerge', input: {}}])],
	});
	const [only, ...more] = numbers;
	if (only !== undefined && more.length === 0) return apart(only);
	return openPicker(
		{key: 'picker.unmerge'},
		numbers.map(number => item(`#${number}`, apart(number))),
	);
};

const canUnmerge = (state: State): true | TextKey => {
	const ticket = openTicket(state);
	return ticket === null || merged(ticket).length === 0 ? 'reason.notMerged' : canEdit(state);
};

const scopes = ['list', 'ticket'] as const;

/** Making one ticket of several, and taking it apart. */
export const mergeVerbs: readonly Verb[] = [
	defineVerb({name: 'merge', group: 'ticket', scopes, available: canEdit, run: merge}),
	defineVerb({
		name: 'unmerge',
		group: 'ticket',
		scopes: ['ticket'],
		available: canUnmerge,
		run: unmerge,
	}),
];
