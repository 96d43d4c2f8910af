import type {UiEvent} from './event.ts';
import type {State} from './state.ts';

/** The one place where state changes; React and the effects look on. */
export type Store = {
	state(): State;
	dispatch(event: UiEvent): void;
	/** Called after every change. Returns the way to stop it. */
	subscribe(listener: () => void): () => void;
};

/**
 * A store over a pure reducer. Listeners run after the change, in the order they came. The reducer
 * sees the time of the event in the state; it is no change by itself.
 */
export const createStore = (
	initial: State,
	update: (state: State, event: UiEvent) => State,
	now: () => number,
): Store => {
	let current = initial;
	const listeners = new Set<() => void>();
	return {
		state: () => current,
		dispatch(event) {
			const dated = {...current, now: now()};
			const next = update(dated, event);
			if (next === dated) return;
			current = next;
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
};
