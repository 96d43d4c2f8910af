import type {State} from '../state/state.ts';
import type {Scope} from '../verb/verb.ts';

/** Where keys go when no overlay has them. */
export const scopeOf = (state: State): Scope => {
	if (state.composer !== null) return state.composer.stage === 'write' ? 'compose' : 'review';
	const {isOpen, form} = state.settings;
	if (isOpen) return form === null ? 'settings' : 'form';
	return state.pane;
};
