import {createTextField} from '../../domain/text/text-field.ts';
import type {PathState, Reaction} from '../state/overlay-state.ts';

/** Asks for the path of a file, with completion; `text` to begin with. */
export const askPath = (purpose: PathState['purpose'], text: string): Reaction => ({
	events: [
		{
			type: 'overlay-opened',
			overlay: {
				kind: 'path',
				purpose,
				field: createTextField(text),
				choices: [],
				problem: null,
			},
		},
	],
});
