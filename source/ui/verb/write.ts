import {conversationOf} from '../../domain/conversation.ts';
import type {DraftKind} from '../../domain/message.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {canActOnOne, current} from './target.ts';
import {defineVerb, type Hint, type Verb} from './verb.ts';

/** The mail J and K stand on, when the ticket is open: that one is answered. */
const answered = (state: State): string | null => {
	const view = state.ticket;
	if (state.pane !== 'ticket' || view?.ticket == null) return null;
	const entry = conversationOf(view.ticket)[view.current];
	return entry?.kind === 'message' ? entry.id : null;
};

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

/** The newest mail of the open ticket that did not get out, or may not have. */
const unsent = (state: State): string | null => {
	const messages = state.ticket?.ticket?.messages ?? [];
	const found = messages.findLast(({state: now}) => now === 'failed' || now === 'uncertain');
	return found?.id ?? null;
};

const retrySend = (state: State): Reaction => {
	const message = unsent(state);
	const number = state.ticket?.number;
	if (message === null || number === undefined) return {};
	return {
		effects: [
			{
				type: 'perform',
				mode: 'do',
				label: {key: 'done.retrySend'},
				steps: [{number, action: 'retrySend', input: {message}}],
				repeatable: null,
				isSend: false,
			},
		],
	};
};

export const writeVerbs: readonly Verb[] = [
	writing('reply', 'reply', {list: 20, ticket: 10}),
	writing('replyAll', 'reply-all'),
	writing('forward', 'forward'),
	writing('comment', 'comment', {list: 30, ticket: 20}),
	defineVerb({
		name: 'retrySend',
		group: 'write',
		scopes: ['ticket'],
		available: state =>
			unsent(state) === null ? 'reason.allSent' : canActOnOne('tickets.reply')(state),
		run: retrySend,
	}),
	defineVerb({
		name: 'drafts',
		group: 'write',
		scopes: ['list', 'ticket'],
		available: state => (state.drafts.length === 0 ? 'reason.noDrafts' : true),
		run: drafts,
	}),
];
