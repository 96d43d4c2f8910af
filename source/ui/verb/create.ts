import {type Channel, handChannels} from '../../domain/channel.ts';
import type {Reaction} from '../state/overlay-state.ts';
import {hasRight} from '../state/right.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

const letters: Readonly<Record<Channel, string>> = {
	mail: 'm',
	phone: 't',
	fax: 'f',
	letter: 'b',
	visit: 'v',
};

const canWriteMail = (state: State): boolean =>
	hasRight(state, 'tickets.reply') === true &&
	(state.me?.accounts ?? []).some(account => account.smtp !== null);

const menu = (state: State): Reaction =>
	openPicker(
		{key: 'picker.newTicket'},
		(['mail', ...handChannels] as const).map(channel => {
			const can = channel !== 'mail' || canWriteMail(state);
			const reaction: Reaction = {effects: [{type: 'create-ticket', channel}]};
			return item({key: `channel.${channel}`}, can ? reaction : null, {
				letter: letters[channel],
				note: can ? null : {key: 'reason.noSender'},
			});
		}),
	);

export const createVerbs: readonly Verb[] = [
	defineVerb({
		name: 'newTicket',
		group: 'write',
		scopes: ['list', 'ticket'],
		available: state => hasRight(state, 'tickets.edit'),
		run: menu,
	}),
];
