import {followers, type Parting} from '../../domain/move/split.ts';
import type {TextKey} from '../../language/say.ts';
import {performOnce} from '../effect/perform-once.ts';
import {currentMessage} from '../state/current-entry.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {canActOn} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const part = (number: string, parting: Parting): Reaction => ({
	effects: [
		performOnce({key: 'done.split', params: {n: parting.messages.length}}, [
			{number, action: 'split', input: parting},
		]),
	],
});

const split = (state: State): Reaction => {
	const ticket = state.ticket?.ticket;
	const message = currentMessage(state);
	if (ticket == null || message === null) return {};
	const alone = {messages: [message.id], comments: []};
	const all = followers(ticket, message);
	const choices = [
		item({key: 'split.alone'}, part(ticket.number, alone), {letter: 'n'}),
		...(all.messages.length > 1 && all.messages.length < ticket.messages.length
			? [
					item(
						{key: 'split.following', params: {n: all.messages.length}},
						part(ticket.number, all),
						{
							letter: 'f',
						},
					),
				]
			: []),
	];
	return openPicker({key: 'picker.split'}, choices);
};

const canSplit = (state: State): true | TextKey => {
	if (currentMessage(state) === null) return 'reason.noMessage';
	if ((state.ticket?.ticket?.messages.length ?? 0) < 2) return 'reason.oneMessage';
	return canActOn('tickets.edit')(state);
};

export const splitVerbs: readonly Verb[] = [
	defineVerb({name: 'split', group: 'ticket', scopes: ['ticket'], available: canSplit, run: split}),
];
