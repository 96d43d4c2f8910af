import {
	isPlain,
	mostViews,
	type SavedView,
	viewAsking,
	withoutView,
	withView,
} from '../../domain/list/saved-view.ts';
import type {Effect} from '../effect/effect.ts';
import {problemToast, toast} from '../effect/toast.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import type {Words} from '../state/undo-state.ts';
import {askLine} from './ask-line.ts';
import {digit, item, nowNote, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

/** Keeps the person's views, then shows them. */
const keep = (
	change: (views: readonly SavedView[]) => readonly SavedView[],
	done: Words,
): Effect => ({
	type: 'run',
	run: async ({ports, store}) => {
		const {own} = store.state();
		const views = change(own.views);
		const saved = await ports.saveViews(views);
		return saved.ok
			? [{type: 'own-changed', own: {...own, views}}, toast('ok', done)]
			: [problemToast(saved.problem)];
	},
});

export const askView = ({query}: SavedView): Reaction => ({events: [{type: 'list-asked', query}]});

const saveAs = ({list: {query}}: State): Reaction =>
	askLine({key: 'ask.view'}, '', typed => {
		const name = typed.trim().slice(0, 40);
		if (name === '') return {problem: {key: 'ask.empty'}};
		const done: Words = {key: 'done.viewSaved', params: {name}};
		return {effects: [keep(views => withView(views, {name, query}), done)]};
	});

const removal = (state: State): Reaction =>
	openPicker(
		{key: 'picker.viewRemove'},
		state.own.views.map(({name}, index) =>
			item(
				name,
				{
					effects: [
						keep(views => withoutView(views, name), {key: 'done.viewRemoved', params: {name}}),
					],
				},
				{letter: digit(index)},
			),
		),
	);

/** The saved views, to keep this list as one, and to remove one. */
const menu = (state: State): Reaction => {
	const {views} = state.own;
	const now = viewAsking(views, state.list.query);
	const canSave = !isPlain(state.list.query) && views.length < mostViews;
	return openPicker({key: 'picker.views'}, [
		...views.map((view, index) =>
			item(view.name, askView(view), {
				letter: digit(index),
				note: nowNote(view === now),
			}),
		),
		item({key: 'view.save'}, canSave ? saveAs(state) : null, {
			letter: '+',
			note: canSave ? null : {key: 'reason.plainList'},
		}),
		...(views.length === 0 ? [] : [item({key: 'view.remove'}, removal(state), {letter: '-'})]),
	]);
};

export const viewVerbs: readonly Verb[] = [
	defineVerb({name: 'views', group: 'find', scopes: ['list'], run: menu}),
];
