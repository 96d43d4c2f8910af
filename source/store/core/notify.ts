import type {Summary} from '../../domain/summary.ts';
import type {State} from './state.ts';

/** Tells the listeners of a ticket's row: null before for a new one, null after for a removed one. */
export const notify = (state: State, before: Summary | null, after: Summary | null): void => {
	for (const listener of state.listeners) listener(before, after);
};
