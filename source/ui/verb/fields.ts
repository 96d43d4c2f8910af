import {requesterOf} from '../../domain/new-ticket.ts';
import {addressLine} from '../compose/address-line.ts';
import type {Look} from '../part/look.ts';
import type {PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {askLine} from './ask-line.ts';
import {assignVerbs} from './assign.ts';
import {item, openPicker} from './picker.ts';
import {queueVerbs} from './queue.ts';
import {snoozeVerbs} from './snooze.ts';
import {statusVerbs} from './status.ts';
import {tagVerbs} from './tag.ts';
import {canActOn, current, performOn, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const subject = (state: State): Reaction => {
	const found = targets(state);
	return askLine({key: 'ask.subject'}, current(state)?.subject ?? '', text =>
		text === ''
			? {problem: {key: 'ask.empty'}}
			: {
					effects: [
						performOn(found, {
							action: 'subject',
							input: {subject: text},
							label: {key: 'done.subject'},
						}),
					],
				},
	);
};

const requester = (state: State): Reaction => {
	const found = targets(state);
	const now = current(state)?.requester;
	return askLine({key: 'ask.requester'}, now ? addressLine([now]) : '', text =>
		text === ''
			? {problem: {key: 'ask.empty'}}
			: {
					effects: [
						performOn(found, {
							action: 'requester',
							input: {requester: requesterOf(text)},
							label: {key: 'done.requester'},
						}),
					],
				},
	);
};

const known = [...assignVerbs, ...queueVerbs, ...tagVerbs, ...snoozeVerbs, ...statusVerbs];

/** A line that does what the verb of this name does. */
export const verbItem = (
	{state, look}: {readonly state: State; readonly look: Look},
	name: string,
	{letter, from = known}: {readonly letter: string; readonly from?: readonly Verb[]},
): readonly PickerItem[] => {
	const verb = from.find(one => one.name === name);
	if (verb === undefined) return [];
	const can = verb.available(state);
	return [
		item({key: verb.label}, can === true ? verb.run({...state, overlay: null}, look) : null, {
			letter,
			note: can === true ? null : {key: can},
		}),
	];
};

/** Felder ändern: everything of a ticket that is set by hand, in one menu. */
const menu = (state: State, look: Look): Reaction => {
	const place = {state, look};
	const isOne = targets(state).length === 1;
	return openPicker({key: 'picker.fields', params: {n: targets(state).length}}, [
		...(isOne
			? [
					item({key: 'field.subject'}, subject(state), {letter: 'b'}),
					item({key: 'field.requester'}, requester(state), {letter: 'k'}),
				]
			: []),
		...verbItem(place, 'status', {letter: 's'}),
		...verbItem(place, 'queue', {letter: 'm'}),
		...verbItem(place, 'project', {letter: 'j'}),
		...verbItem(place, 'assign', {letter: 'a'}),
		...verbItem(place, 'tags', {letter: 't'}),
		...verbItem(place, 'snooze', {letter: 'z'}),
	]);
};

const available = canActOn('tickets.edit');

export const fieldVerbs: readonly Verb[] = [
	defineVerb({name: 'fields', group: 'ticket', scopes: ['list', 'ticket'], available, run: menu}),
	defineVerb({
		name: 'fieldsHere',
		group: 'write',
		scopes: ['review'],
		hint: {review: 55},
		available,
		run: menu,
	}),
];
