import {shapeOf} from '../state/geometry.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const hasRows = (state: State) => (state.list.total === 0 ? 'reason.noTicket' : true);

/** Moves the cursor with a range behind it; the first step begins the range. */
const extend =
	(by: number) =>
	({marks}: State): Reaction => ({
		events: [
			...(marks.selection.anchor === null ? [{type: 'mark-range'} as const] : []),
			{type: 'list-moved', distance: {by}},
		],
	});

/** Marking tickets of the list for one action on all. */
export const markVerbs: readonly Verb[] = [
	defineVerb({
		name: 'mark',
		group: 'select',
		scopes: ['list'],
		hint: {list: 70},
		available: hasRows,
		run: () => ({events: [{type: 'mark-toggled'}, {type: 'list-moved', distance: {by: 1}}]}),
	}),
	defineVerb({
		name: 'markRange',
		group: 'select',
		scopes: ['list'],
		available: hasRows,
		run: () => ({events: [{type: 'mark-range'}]}),
	}),
	defineVerb({
		name: 'markDown',
		group: 'select',
		scopes: ['list'],
		available: hasRows,
		run: extend(1),
	}),
	defineVerb({
		name: 'markUp',
		group: 'select',
		scopes: ['list'],
		available: hasRows,
		run: extend(-1),
	}),
	defineVerb({
		name: 'markAll',
		group: 'select',
		scopes: ['list'],
		available: hasRows,
		run: () => ({effects: [{type: 'mark-all'}]}),
	}),
	defineVerb({
		name: 'showMarked',
		group: 'select',
		scopes: ['list'],
		available: state =>
			state.marks.selection.marked.size === 0
				? 'reason.noMarks'
				: shapeOf(state.size) === 'narrow'
					? 'reason.tooNarrow'
					: true,
		run: state => ({
			events: [
				{
					type: 'overlay-opened',
					overlay: {
						kind: 'preview',
						title: {key: 'count.marked', params: {n: targets(state).length}},
						rows: [...state.marks.rows.values()],
						top: 0,
					},
				},
			],
		}),
	}),
];
