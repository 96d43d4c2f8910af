import type {TextKey} from '../../language/say.ts';
import type {PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {parseSnooze, snoozeTimes} from './snooze-time.ts';
import {canActOn, performOn, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const until = (found: readonly Target[], time: number | null): Reaction => {
	const iso = time === null ? null : new Date(time).toISOString();
	return {
		effects: [
			performOn(found, {
				action: 'snooze',
				input: {until: iso},
				label:
					iso === null
						? {key: 'done.unsnoozed'}
						: {key: 'done.snoozed', params: {time: {time: iso}}},
			}),
		],
	};
};

const timeNote = (time: number) =>
	({key: 'word.time', params: {time: {time: new Date(time).toISOString()}}}) as const;

const typedTime =
	(found: readonly Target[]) =>
	(query: string, now: number): readonly PickerItem[] => {
		const time = parseSnooze(query, now);
		return time === null ? [] : [item(timeNote(time), until(found, time))];
	};

const menu = (state: State): Reaction => {
	const found = targets(state);
	const isSnoozed = found.some(target => target.snoozedUntil !== null);
	return openPicker(
		{key: 'picker.snooze', params: {n: found.length}},
		[
			...snoozeTimes(state.now).map(({name, letter, time}) =>
				item({key: `snooze.${name}` as TextKey}, until(found, time), {
					letter,
					note: timeNote(time),
				}),
			),
			...(isSnoozed ? [item({key: 'snooze.off'}, until(found, null), {letter: '-'})] : []),
		],
		{typed: typedTime(found), hint: {key: 'snooze.hint'}},
	);
};

export const snoozeVerbs: readonly Verb[] = [
	defineVerb({
		name: 'snooze',
		group: 'ticket',
		scopes: ['list', 'ticket'],
		available: canActOn('tickets.edit'),
		run: menu,
	}),
];
