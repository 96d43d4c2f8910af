import {type Status, statuses} from '../../domain/status.ts';
import type {TextKey} from '../../language/say.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {openDialog} from './dialog.ts';
import {item, nowNote, openPicker} from './picker.ts';
import {canActOn, current, performOn, type Target, targets} from './target.ts';
import {defineVerb, type Hint, type Verb} from './verb.ts';

const setStatus = (found: readonly Target[], status: Status): Reaction => ({
	effects: [
		performOn(found, {
			action: 'status',
			input: {status},
			label: {key: 'done.status', params: {status: {key: `status.${status}`}}},
		}),
	],
});

const menu = (state: State): Reaction => {
	const found = targets(state);
	const now = found.length === 1 ? current(state)?.status : undefined;
	const items = statuses.map(({name, letter}) =>
		item({key: `status.${name}`}, setStatus(found, name), {
			letter,
			note: nowNote(name === now),
		}),
	);
	return openPicker({key: 'picker.status', params: {n: found.length}}, items, {
		index: statuses.findIndex(({name}) => name === now),
	});
};

const canEdit = canActOn('tickets.edit');

const direct = (name: string, status: Status, hint: Hint = {}): Verb =>
	defineVerb({
		name,
		group: 'ticket',
		scopes: ['list', 'ticket'],
		hint,
		available: canEdit,
		run: state => setStatus(targets(state), status),
	});

const isTrash = (state: State): boolean =>
	state.list.query.tab === 'trash' || targets(state).every(({status}) => status === 'trash');

/** Deleting for good is the one thing that asks: several tickets need their count typed. */
const purge = (found: readonly Target[]): Reaction =>
	openDialog({
		title: {key: 'dialog.purge.title'},
		lines: [{key: 'dialog.purge.what', params: {n: found.length}}, {key: 'dialog.purge.still'}],
		confirm: found.length === 1 ? {key: 'y'} : {text: String(found.length)},
		action: {key: 'dialog.purge.action'},
		reaction: {
			effects: [performOn(found, {action: 'delete', input: {}, label: {key: 'done.purged'}})],
		},
	});

/** Deleting for good from wherever the tickets are, for the batch menu. */
export const purgeVerb: Verb = defineVerb({
	name: 'purge',
	group: 'ticket',
	scopes: ['list', 'ticket'],
	available: canActOn('tickets.delete'),
	run: state => purge(targets(state)),
});

const trash = (state: State): Reaction => {
	const found = targets(state);
	return isTrash(state) ? purge(found) : setStatus(found, 'trash');
};

const canTrash = (state: State): true | TextKey =>
	isTrash(state) ? canActOn('tickets.delete')(state) : canEdit(state);

/** Each status by its own name, for the palette. */
const byName: readonly Verb[] = statuses.map(({name}) => ({
	...defineVerb({
		name: `status.${name}`,
		group: 'ticket',
		scopes: ['list', 'ticket'],
		available: canEdit,
		run: state => setStatus(targets(state), name),
	}),
	label: `verb.status.${name}` as TextKey,
}));

export const statusVerbs: readonly Verb[] = [
	defineVerb({
		name: 'status',
		group: 'ticket',
		scopes: ['list', 'ticket'],
		hint: {list: 40, ticket: 50},
		available: canEdit,
		run: menu,
	}),
	direct('close', 'completed', {list: 50, ticket: 40}),
	direct('waiting', 'waiting_customer'),
	defineVerb({
		name: 'trash',
		group: 'ticket',
		scopes: ['list', 'ticket'],
		available: canTrash,
		run: trash,
	}),
	purgeVerb,
	...byName,
];
