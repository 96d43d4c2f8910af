import type {UiEvent} from './event.ts';
import type {LineState} from './overlay-state.ts';

/** What a text typed in a line does at once: filters act while one types, a search waits for Enter. */
export const lineEffect = (purpose: LineState['purpose'], text: string): readonly UiEvent[] => {
	if (purpose === 'filter') return [{type: 'list-asked', query: {filter: text}}];
	return purpose === 'settings' ? [{type: 'settings-filtered', text}] : [];
};
