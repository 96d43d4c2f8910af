import {createTextField} from '../../domain/text/text-field.ts';
import {parseNumber} from '../../domain/ticket-number.ts';
import type {TextKey} from '../../language/say.ts';
import type {AskState, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import type {Words} from '../state/undo-state.ts';
import {targets} from './target.ts';

/** Asks for one line, with the present value to begin with. */
export const askLine = (title: Words, value: string, answer: AskState['answer']): Reaction => ({
	events: [
		{
			type: 'overlay-opened',
			overlay: {
				kind: 'ask',
				title,
				field: createTextField(value),
				problem: null,
				answer,
			},
		},
	],
});

/** Asks for the number of another ticket. */
export const askNumber = (
	state: State,
	title: TextKey,
	answer: (number: string) => Reaction,
): Reaction =>
	askLine({key: title}, '', text => {
		const number = parseNumber(text, new Date(state.now).getFullYear());
		if (number === null) return {problem: {key: 'ask.noNumber'}};
		const isItself = targets(state).every(target => target.number === number);
		return isItself ? {problem: {key: 'ask.itself'}} : answer(number);
	});
