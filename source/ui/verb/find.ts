import {sorts} from '../../domain/list/tab.ts';
import {createTextField} from '../../domain/text/text-field.ts';
import type {TextKey} from '../../language/say.ts';
import {placeIn} from '../settings/current.ts';
import type {LineState, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, nowNote, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

const openLine = (line: Omit<LineState, 'kind'>): Reaction => ({
	events: [{type: 'overlay-opened', overlay: {kind: 'line', ...line}}],
});

/** The filter line of the list or the settings, or the search line of an open ticket. */
export const findLine = (state: State): Reaction => {
	if (state.settings.isOpen) {
		const value = placeIn(state).filter;
		return openLine({purpose: 'settings', value, before: value});
	}
	if (state.pane === 'ticket') {
		const value = state.ticket?.search ?? '';
		return openLine({purpose: 'search', value, before: value});
	}
	const {filter} = state.list.query;
	return openLine({purpose: 'filter', value: filter, before: filter});
};

const sortMenu = (state: State): Reaction =>
	openPicker(
		{key: 'picker.sort'},
		sorts.map(sort =>
			item(
				{key: `sort.${sort}` as TextKey},
				{events: [{type: 'list-asked', query: {sort}}]},
				{
					letter: sort.slice(0, 1),
					note: nowNote(sort === state.list.query.sort),
				},
			),
		),
		{index: sorts.indexOf(state.list.query.sort)},
	);

export const findVerbs: readonly Verb[] = [
	defineVerb({
		name: 'find',
		group: 'find',
		scopes: ['list', 'ticket', 'settings'],
		hint: {list: 45, settings: 60},
		run: findLine,
	}),
	defineVerb({name: 'sort', group: 'find', scopes: ['list'], run: sortMenu}),
	defineVerb({
		name: 'palette',
		group: 'find',
		scopes: ['list', 'ticket', 'compose', 'review', 'settings', 'form'],
		hint: {list: 90, ticket: 90},
		run: () => ({
			events: [
				{
					type: 'overlay-opened',
					overlay: {kind: 'palette', query: createTextField(), index: 0},
				},
			],
		}),
	}),
	defineVerb({
		name: 'help',
		group: 'find',
		scopes: ['list', 'ticket', 'review', 'settings'],
		run: () => ({
			events: [{type: 'overlay-opened', overlay: {kind: 'help', query: '', top: 0}}],
		}),
	}),
];
