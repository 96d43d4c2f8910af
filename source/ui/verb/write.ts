import {mayCallBack} from '../../domain/action/call-back.ts';
import type {DraftKind, Message} from '../../domain/message.ts';
import type {TextKey} from '../../language/say.ts';
import {performOnce} from '../effect/perform-once.ts';
import {currentMessage} from '../state/current-entry.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {canActOnOne, current} from './target.ts';
import {defineVerb, type Hint, type Verb} from './verb.ts';

/** The mail J and K stand on, when the ticket is open: that one is answered. */
const answered = (state: State): string | null =>
	state.pane === 'ticket' ? (currentMessage(state)?.id ?? null) : null;

const write = (state: State, kind: DraftKind): Reaction => {
	const target = current(state);
	if (target === null) return {};
	const answers = kind === 'comment' ? null : answered(state);
	return {effects: [{type: 'compose', number: target.number, kind, answers}]};
};

const writing = (name: string, kind: DraftKind, hint: Hint = {}): Verb =>
	defineVerb({
		name,
		group: 'write',
		scopes: ['list', 'ticket'],
		hint,
		available: canActOnOne(kind === 'comment' ? 'tickets.edit' : 'tickets.reply'),
		run: state => write(state, kind),
	});

const drafts = (state: State): Reaction =>
	openPicker(
		{key: 'picker.drafts'},
		state.drafts.map(({number, subject}) =>
			item(`${number} ${subject}`, {effects: [{type: 'resume', number}]}),
		),
	);

/** The newest mail of the open ticket that the action can be done to. */
const outgoing = (state: State, isMeant: (message: Message) => boolean): string | null =>
	state.ticket?.ticket?.messages.findLast(isMeant)?.id ?? null;

/** It did not get out, may not have, or waits after a try that failed. */
const isStuck = ({state, delivery}: Message): boolean =>
	delivery !== null &&
	(state === 'failed' || state === 'uncertain' || (state === 'queued' && delivery.error !== null));

const onOutgoing = (
	action: 'retrySend' | 'callBack',
	{isMeant, reason}: {isMeant: (message: Message) => boolean; reason: TextKey},
): Pick<Verb, 'available' | 'run'> => ({
	available: state =>
		outgoing(state, isMeant) === null ? reason : canActOnOne('tickets.reply')(state),
	run: state => {
		const message = outgoing(state, isMeant);
		const number = state.ticket?.number;
		if (message === null || number === undefined) return {};
		const step = {number, action, input: {message}};
		return {effects: [performOnce({key: `done.${action}`}, [step])]};
	},
});

export const writeVerbs: readonly Verb[] = [
	writing('reply', 'reply', {list: 20, ticket: 10}),
	writing('replyAll', 'reply-all'),
	writing('forward', 'forward'),
	writing('comment', 'comment', {list: 30, ticket: 20}),
	defineVerb({
		name: 'retrySend',
		group: 'write',
		scopes: ['ticket'],
		...onOutgoing('retrySend', {isMeant: isStuck, reason: 'reason.allSent'}),
	}),
	defineVerb({
		name: 'takeBack',
		group: 'write',
		scopes: ['ticket'],
		...onOutgoing('callBack', {
			isMeant: message => message.delivery !== null && mayCallBack(message),
			reason: 'reason.noneWaits',
		}),
	}),
	defineVerb({
		name: 'drafts',
		group: 'write',
		scopes: ['list', 'ticket'],
		available: state => (state.drafts.length === 0 ? 'reason.noDrafts' : true),
		run: drafts,
	}),
];
