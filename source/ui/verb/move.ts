import {viewAsking} from '../../domain/list/saved-view.ts';
import {type TabName, tabs} from '../../domain/list/tab.ts';
import type {TextKey} from '../../language/say.ts';
import type {Look} from '../part/look.ts';
import {scrolledReview} from '../screen/compose/review-pane.ts';
import type {Distance} from '../state/event.ts';
import {shapeOf} from '../state/geometry.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';
import {askView} from './view.ts';

const move = (state: State, look: Look, distance: Distance): Reaction => {
	const {settings, pane, composer} = state;
	if (composer !== null)
		return {
			events: [{type: 'review-scrolled', top: scrolledReview(composer, distance, {state, look})}],
		};
	if (settings.isOpen) return {events: [{type: 'settings-moved', distance}]};
	return {events: [{type: pane === 'ticket' ? 'ticket-scrolled' : 'list-moved', distance}]};
};

const moving = (name: string, distance: Distance): Verb =>
	defineVerb({
		name,
		group: 'move',
		scopes: ['list', 'ticket', 'settings', 'review'],
		run: (state, look) => move(state, look, distance),
	});

/** The order that was chosen stays from tab to tab; that of a view is the view's alone. */
const goToTab = ({own, list: {query}}: State, tab: TabName): Reaction => {
	const sort = viewAsking(own.views, query) === null ? query.sort : 'newest';
	return {events: [{type: 'list-asked', query: {tab, sort, filter: ''}}]};
};

/** The tabs in their order, then the saved views. */
const tabBeside = (state: State, by: number): Reaction => {
	const {views} = state.own;
	const {query} = state.list;
	const view = viewAsking(views, query);
	const index =
		view === null
			? tabs.findIndex(tab => tab.name === query.tab)
			: tabs.length + views.indexOf(view);
	const total = tabs.length + views.length;
	const next = (index + by + total) % total;
	const nextView = views[next - tabs.length];
	return nextView ? askView(nextView) : goToTab(state, tabs[next]?.name ?? 'inbox');
};

const nextTab = (state: State, by: number): Reaction =>
	state.settings.isOpen ? {events: [{type: 'settings-tab', by}]} : tabBeside(state, by);

/** `0` to `9`: the tab whose digit it is. From an open ticket it goes back to the list. */
const tabVerbs: readonly Verb[] = tabs.map(({name, digit}) => ({
	...defineVerb({
		name: `tab${digit}`,
		group: 'move',
		scopes: ['list', 'ticket'],
		run: state => ({
			events: [
				...(shapeOf(state.size) === 'split' ? [] : [{type: 'ticket-closed'} as const]),
				...(goToTab(state, name).events ?? []),
			],
		}),
	}),
	label: `tab.${name}` as TextKey,
}));

const otherPane = (state: State): Reaction => ({
	events: [{type: 'pane-changed', pane: state.pane === 'list' ? 'ticket' : 'list'}],
});

const hasPanes = (state: State): true | TextKey =>
	shapeOf(state.size) === 'split' && state.ticket !== null ? true : 'reason.noPanes';

export const moveVerbs: readonly Verb[] = [
	moving('down', {by: 1}),
	moving('up', {by: -1}),
	moving('top', {to: 'first'}),
	moving('bottom', {to: 'last'}),
	moving('halfDown', {pages: 0.5}),
	moving('halfUp', {pages: -0.5}),
	moving('pageDown', {pages: 1}),
	moving('pageUp', {pages: -1}),
	{...moving('readOn', {pages: 1}), scopes: ['ticket', 'review']},
	defineVerb({
		name: 'nextTab',
		group: 'move',
		scopes: ['list', 'settings'],
		run: state => nextTab(state, 1),
	}),
	defineVerb({
		name: 'previousTab',
		group: 'move',
		scopes: ['list', 'settings'],
		run: state => nextTab(state, -1),
	}),
	...tabVerbs,
	defineVerb({
		name: 'otherPane',
		group: 'move',
		scopes: ['list', 'ticket'],
		available: hasPanes,
		run: otherPane,
	}),
];
