import {problemWords} from '../effect/toast.ts';
import {shortNumber} from '../part/number.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

/** The tickets that the last action could not be done to, each with its reason; Enter opens one. */
const list = (state: State): Reaction =>
	openPicker(
		{key: 'picker.failures', params: {n: state.failures.length}},
		state.failures.map(({number, subject, problem}) =>
			item(
				`${shortNumber(number, state.now)} ${subject}`.trim(),
				{events: [{type: 'ticket-opened', number, pane: 'ticket'}]},
				{note: problemWords(problem)},
			),
		),
		{hint: {key: 'failures.how'}},
	);

export const failureVerbs: readonly Verb[] = [
	defineVerb({
		name: 'failures',
		group: 'select',
		scopes: ['list'],
		available: state => (state.failures.length === 0 ? 'reason.noFailures' : true),
		run: list,
	}),
];
