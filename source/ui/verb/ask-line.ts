import {createTextField} from '../../domain/text/text-field.ts';
import type {AskState, Reaction} from '../state/overlay-state.ts';
import type {Words} from '../state/undo-state.ts';

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
