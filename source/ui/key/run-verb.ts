import {toast} from '../effect/toast.ts';
import type {Look} from '../part/look.ts';
import {shapeOf} from '../state/geometry.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import type {Verb} from '../verb/verb.ts';

/** Runs a verb, or says why it cannot be done now. */
export const runVerb = (verb: Verb, state: State, look: Look): Reaction => {
	const can = verb.available(state);
	if (can === true) return verb.run(state, look);
	const words = {
		// A narrow line has no room for what was asked for: who pressed the key knows it.
		key: shapeOf(state.size) === 'narrow' ? 'toast.blockedShort' : 'toast.blocked',
		// The label promises a question with its `…`; none comes.
		params: {what: look.say(verb.label).replace(/ …$/u, ''), why: {key: can}},
	} as const;
	return {events: [toast('warn', words)]};
};
