import {toast} from '../effect/toast.ts';
import type {Look} from '../part/look.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import type {Verb} from '../verb/verb.ts';

/** Runs a verb, or says why it cannot be done now. */
export const runVerb = (verb: Verb, state: State, look: Look): Reaction => {
	const can = verb.available(state);
	if (can === true) return verb.run(state, look);
	const words = {
		key: 'toast.blocked',
		params: {what: {key: verb.label}, why: {key: can}},
	} as const;
	return {events: [toast('warn', words)]};
};
