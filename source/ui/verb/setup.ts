import {hasRight} from '../state/right.ts';
import {defineVerb, type Verb} from './verb.ts';

/** The first-run wizard again, for another mailbox or where it was left. */
export const setupVerbs: readonly Verb[] = [
	defineVerb({
		name: 'setup',
		group: 'general',
		scopes: ['list', 'settings'],
		available: state => hasRight(state, 'accounts'),
		run: () => ({events: [{type: 'setup-opened', kept: null}]}),
	}),
];
