import type {Problem} from '../../domain/problem.ts';
import type {TextKey} from '../../language/say.ts';
import type {UiEvent} from '../state/event.ts';
import type {Tone, Words} from '../state/undo-state.ts';

/** Says something in the status line. */
export const toast = (tone: Tone, words: Words): UiEvent => ({
	type: 'toasted',
	toast: {tone, words, problem: null, canUndo: false},
});

/** Says what failed in the status line. */
export const problemToast = (problem: Problem): UiEvent => ({
	type: 'toasted',
	toast: {tone: 'bad', words: null, problem, canUndo: false},
});

/** The first line of a problem as words, for places that show a single line. */
export const problemWords = (problem: Problem): Words => ({
	key: `problem.${problem.name}.what` as TextKey,
	params: problem.details,
});
