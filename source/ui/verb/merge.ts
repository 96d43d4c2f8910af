import type {Ticket} from '../../domain/ticket.ts';
import {parseNumber} from '../../domain/ticket-number.ts';
import type {TextKey} from '../../language/say.ts';
import {performOnce} from '../effect/perform-once.ts';
import {shortNumber} from '../part/number.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {askLine} from './ask-line.ts';
import {item, openPicker} from './picker.ts';
import {canActOn, performOn, type Target, targets} from './target.ts';
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
				letter: index < 9 ? String(index + 1) : '',
				note: target.requester.name || target.requester.address,
			}),
		),
	);
};

/** Asks for the number of another ticket. */
export const askNumber = (
	state: State,
	title: TextKey,
	answer: (number: string) => Reaction,
): Reaction =>
	askLine({key: title}, '', text => {
		const number = parseNumber(text, new Date(state.now).getFullYear());
		return number === null ? {problem: {key: 'ask.noNumber'}} : answer(number);
	});

const merge = (state: State): Reaction => {
	const found = targets(state);
	if (found.length > 1) return chooseMarked(state, found);
	return askNumber(state, 'ask.merge', number => mergeInto(state, found, number));
};

const loaded = (state: State): Ticket | null => state.ticket?.ticket ?? null;

const step = (number: string, action: string, input: unknown, label: TextKey): Reaction => ({
	effects: [performOnce({key: label}, [{number, action, input}])],
});

/** The tickets that a merge with this one can be taken apart from: itself, or those merged into it. */
const merged = (ticket: Ticket): readonly string[] => {
	const isAway = ticket.links.some(({kind}) => kind === 'merged-into');
	if (isAway) return [ticket.number];
	return ticket.links.filter(({kind}) => kind === 'merged-from').map(({number}) => number);
};

const unmerge = (state: State): Reaction => {
	const ticket = loaded(state);
	const numbers = ticket === null ? [] : merged(ticket);
	const apart = (number: string) => step(number, 'unmerge', {}, 'done.unmerged');
	const [only, ...more] = numbers;
	if (only !== undefined && more.length === 0) return apart(only);
	return openPicker(
		{key: 'picker.unmerge'},
		numbers.map(number => item(`#${number}`, apart(number))),
	);
};

const link = (state: State): Reaction =>
	askNumber(state, 'ask.link', number => ({
		effects: [
			performOn(targets(state), {
				action: 'link',
				input: {number, on: true},
				label: {key: 'done.linked', params: {number: shortNumber(number, state.now)}},
			}),
		],
	}));

const linked = (state: State): Reaction =>
	openPicker(
		{key: 'picker.linked'},
		(loaded(state)?.links ?? []).map(({kind, number}) =>
			item(
				`#${number}`,
				{events: [{type: 'ticket-opened', number, pane: 'ticket'}]},
				{note: {key: `link.${kind}` as TextKey}},
			),
		),
	);

const unlink = (state: State): Reaction =>
	openPicker(
		{key: 'picker.unlink'},
		(loaded(state)?.links ?? [])
			.filter(({kind}) => kind === 'related')
			.map(({number}) =>
				item(
					`#${number}`,
					step(loaded(state)?.number ?? '', 'link', {number, on: false}, 'done.unlinked'),
				),
			),
	);

const scopes = ['list', 'ticket'] as const;
const ticketOnly = ['ticket'] as const;

const whenSome =
	(has: (ticket: Ticket) => boolean, reason: TextKey, edits = true) =>
	(state: State): true | TextKey => {
		const ticket = loaded(state);
		if (ticket === null || !has(ticket)) return reason;
		return edits ? canEdit(state) : true;
	};

export const mergeVerbs: readonly Verb[] = [
	defineVerb({name: 'merge', group: 'ticket', scopes, available: canEdit, run: merge}),
	defineVerb({
		name: 'unmerge',
		group: 'ticket',
		scopes: ticketOnly,
		available: whenSome(ticket => merged(ticket).length > 0, 'reason.notMerged'),
		run: unmerge,
	}),
	defineVerb({name: 'link', group: 'ticket', scopes, available: canEdit, run: link}),
	defineVerb({
		name: 'unlink',
		group: 'ticket',
		scopes: ticketOnly,
		available: whenSome(
			({links}) => links.some(({kind}) => kind === 'related'),
			'reason.notLinked',
		),
		run: unlink,
	}),
	defineVerb({
		name: 'linked',
		group: 'move',
		scopes: ticketOnly,
		available: whenSome(({links}) => links.length > 0, 'reason.notLinked', false),
		run: linked,
	}),
];
