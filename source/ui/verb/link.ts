import type {Ticket} from '../../domain/ticket.ts';
import type {TextKey} from '../../language/say.ts';
import {performOnce} from '../effect/perform-once.ts';
import {shortNumber} from '../part/number.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {askNumber} from './ask-line.ts';
import {item, openPicker} from './picker.ts';
import {canActOn, openTicket, performOn, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const canEdit = canActOn('tickets.edit');

const linksOf = (state: State): Ticket['links'] => openTicket(state)?.links ?? [];

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
		linksOf(state).map(({kind, number}) =>
			item(
				`#${number}`,
				{events: [{type: 'ticket-opened', number, pane: 'ticket'}]},
				{note: {key: `link.${kind}` as TextKey}},
			),
		),
	);

const apart = (number: string, other: string) =>
	performOnce({key: 'done.unlinked'}, [
		{number, action: 'link', input: {number: other, on: false}},
	]);

const unlink = (state: State): Reaction =>
	openPicker(
		{key: 'picker.unlink'},
		linksOf(state)
			.filter(({kind}) => kind === 'related')
			.map(({number}) =>
				item(`#${number}`, {effects: [apart(openTicket(state)?.number ?? '', number)]}),
			),
	);

const isLinked = (state: State): true | TextKey =>
	linksOf(state).length === 0 ? 'reason.notLinked' : true;

const canUnlink = (state: State): true | TextKey =>
	linksOf(state).some(({kind}) => kind === 'related') ? canEdit(state) : 'reason.notLinked';

/** Tickets that belong together and stay two. */
export const linkVerbs: readonly Verb[] = [
	defineVerb({
		name: 'link',
		group: 'ticket',
		scopes: ['list', 'ticket'],
		available: canEdit,
		run: link,
	}),
	defineVerb({
		name: 'unlink',
		group: 'ticket',
		scopes: ['ticket'],
		available: canUnlink,
		run: unlink,
	}),
	defineVerb({
		name: 'linked',
		group: 'move',
		scopes: ['ticket'],
		available: isLinked,
		run: linked,
	}),
];
