import {createTextField} from '../../domain/text/text-field.ts';
import type {UiEvent} from './event.ts';
import type {Overlay, PathState} from './overlay-state.ts';
import type {State} from './state.ts';

const put = (state: State, overlay: Overlay | null): State => ({...state, overlay});

/** A line that is edited live shows its effect at once: the list filters while one types. */
const lineChanged = (state: State, value: string): State => {
	const {overlay} = state;
	return overlay?.kind === 'line' ? put(state, {...overlay, value}) : state;
};

const completed = (state: State, path: PathState, text: string, choices: readonly string[]) =>
	put(state, {...path, field: createTextField(text), choices, problem: null});

/** What lies over the screen: pickers, palette, help, questions, input lines. */
export const reduceOverlay = (state: State, event: UiEvent): State => {
	const {overlay} = state;
	switch (event.type) {
		case 'overlay-opened':
			return put(state, event.overlay);
		case 'overlay-closed':
			return overlay === null ? state : put(state, null);
		case 'line-changed':
			return lineChanged(state, event.value);
		case 'overlay-changed':
			return overlay?.kind === event.overlay.kind ? put(state, event.overlay) : state;
		case 'path-completed':
			return overlay?.kind === 'path'
				? completed(state, overlay, event.path, event.choices)
				: state;
		case 'path-failed':
			return overlay?.kind === 'path' ? put(state, {...overlay, problem: event.problem}) : state;
		default:
			return state;
	}
};
