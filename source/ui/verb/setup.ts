import {defineVerb, type Verb} from './verb.ts';

/** The first-run wizard again, for another mailbox or where it was left. */
export const setupVerbs: readonly Verb[] = [
	defineVerb({
		name: 'setup',
		group: 'general',
		scopes: ['list', 'settings'],
		available: ({me}) => {
			if (me === null) return 'reason.notConnected';
			return me.rights.includes('accounts') ? true : 'reason.noAccountsRight';
		},
		run: () => ({events: [{type: 'setup-opened', kept: null}]}),
	}),
];
