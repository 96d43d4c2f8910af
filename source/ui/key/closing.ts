import type {Reaction} from '../state/overlay-state.ts';

/** Takes away what lies over the screen, then does what was chosen there. */
export const closing = ({events = [], effects = []}: Reaction = {}): Reaction => ({
	events: [{type: 'overlay-closed'}, ...events],
	effects,
});
