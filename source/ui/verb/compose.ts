import {isHandChannel} from '../../domain/channel.ts';
import {isSenderFixed} from '../../domain/reply/sender.ts';
import {statuses} from '../../domain/status.ts';
import {textOf} from '../../domain/text/text-buffer.ts';
import {createTextField} from '../../domain/text/text-field.ts';
import type {TextKey} from '../../language/say.ts';
import type {ComposerState} from '../state/composer-state.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {openDialog} from './dialog.ts';
import {item, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

/** A comment goes to nobody. */
export const isMail = (state: State): true | TextKey =>
	state.composer?.kind === 'comment' ? 'reason.notInComment' : true;

const isNote = (state: State): boolean => isHandChannel(state.composer?.kind ?? '');

/** What goes with a mail alone. */
const isSent = (state: State): true | TextKey =>
	isNote(state) ? 'reason.notAMail' : isMail(state);

const hasOriginal = ({composer}: State): true | TextKey => {
	const answered = composer?.ticket.messages.find(({id}) => id === composer.answers);
	return composer?.original === '' && (answered?.raw ?? null) === null ? 'reason.noOriginal' : true;
};

const stage = (to: ComposerState['stage']) => (): Reaction => ({
	events: [{type: 'composer-stage', stage: to}],
});

const askFile = (): Reaction => ({
	events: [
		{
			type: 'overlay-opened',
			overlay: {
				kind: 'path',
				purpose: {attach: true},
				field: createTextField('~/'),
				choices: [],
				problem: null,
			},
		},
	],
});

const detachMenu = (state: State): Reaction =>
	openPicker(
		{key: 'picker.detach'},
		(state.composer?.attachments ?? []).map((attachment, index) =>
			item(
				attachment.name,
				{events: [{type: 'composer-detached', index}]},
				{letter: index < 9 ? String(index + 1) : ''},
			),
		),
	);

/** Addresses that the mail may leave from: those of one account where it insists on answering itself. */
const senders = ({composer, me}: State) => {
	const isAnswer = composer?.kind === 'reply' || composer?.kind === 'reply-all';
	const accounts = (me?.accounts ?? []).filter(account => account.smtp !== null);
	const isFixed = isAnswer && isSenderFixed(composer.ticket, accounts);
	return {
		isFixed,
		found: accounts
			.filter(({id}) => !isFixed || id === composer.ticket.account)
			.flatMap(account =>
				[account.address, ...account.aliases].map(address => ({account, address})),
			),
	};
};

const accountMenu = (state: State): Reaction => {
	const now = state.composer === null ? '' : textOf(state.composer.fields.from);
	return openPicker(
		{key: 'picker.from'},
		senders(state).found.map(({account, address}) =>
			item(
				`${account.name} <${address}>`,
				{events: [{type: 'composer-account', account: account.id, from: address}]},
				{note: address === now ? {key: 'picker.now'} : null},
			),
		),
	);
};

const canChooseSender = (state: State): true | TextKey => {
	const {isFixed, found} = senders(state);
	if (found.length < 2) return isFixed ? 'reason.senderFixed' : 'reason.oneAccount';
	return isSent(state);
};

const writing = ['compose'] as const;
const both = ['compose', 'review'] as const;

const writeVerbs: readonly Verb[] = [
	defineVerb({
		name: 'check',
		group: 'write',
		scopes: writing,
		hint: {compose: 10},
		run: stage('review'),
	}),
	defineVerb({
		name: 'blindCopy',
		group: 'write',
		scopes: writing,
		available: isSent,
		run: () => ({events: [{type: 'composer-focused', field: 'bcc'}]}),
	}),
	defineVerb({
		name: 'original',
		group: 'write',
		scopes: writing,
		available: hasOriginal,
		run: () => ({events: [{type: 'original-toggled'}]}),
	}),
];

const statusMenu = (state: State): Reaction => {
	const now = state.composer?.status ?? state.me?.desk.statusAfterReply;
	return openPicker(
		{key: 'picker.statusAfter'},
		statuses.map(({name, letter}) =>
			item(
				{key: `status.${name}`},
				{events: [{type: 'composer-status', status: name}]},
				{letter, note: name === now ? {key: 'picker.now'} : null},
			),
		),
		{index: statuses.findIndex(({name}) => name === now)},
	);
};

/** A written text is thrown away only after a question; an empty one goes at once. */
const discard = (state: State): Reaction => {
	const reaction: Reaction = {effects: [{type: 'discard-draft'}]};
	if ((state.composer?.revision ?? 0) === 0) return reaction;
	return openDialog({
		title: {key: 'dialog.discard.title'},
		lines: [{key: 'dialog.discard.what'}],
		confirm: {key: 'v'},
		action: {key: 'dialog.discard.action'},
		reaction,
	});
};

const reviewing = ['review'] as const;

const reviewVerbs: readonly Verb[] = [
	defineVerb({
		name: 'send',
		group: 'write',
		scopes: reviewing,
		hint: {review: 10},
		run: () => ({effects: [{type: 'send', status: null}]}),
	}),
	defineVerb({
		name: 'sendAndClose',
		group: 'write',
		scopes: reviewing,
		hint: {review: 20},
		available: isSent,
		run: () => ({effects: [{type: 'send', status: 'completed'}]}),
	}),
	defineVerb({
		name: 'write',
		group: 'write',
		scopes: reviewing,
		hint: {review: 30},
		run: stage('write'),
	}),
	defineVerb({
		name: 'statusAfter',
		group: 'write',
		scopes: reviewing,
		hint: {review: 50},
		available: isSent,
		run: statusMenu,
	}),
	defineVerb({
		name: 'keepDraft',
		group: 'write',
		scopes: reviewing,
		hint: {review: 60},
		run: () => ({effects: [{type: 'keep-draft'}]}),
	}),
	defineVerb({
		name: 'discard',
		group: 'write',
		scopes: reviewing,
		hint: {review: 70},
		run: discard,
	}),
];

const sharedVerbs: readonly Verb[] = [
	defineVerb({
		name: 'attach',
		group: 'write',
		scopes: both,
		hint: {compose: 40, review: 40},
		available: isMail,
		run: askFile,
	}),
	defineVerb({
		name: 'detach',
		group: 'write',
		scopes: both,
		available: state =>
			(state.composer?.attachments.length ?? 0) === 0 ? 'reason.noAttachments' : true,
		run: detachMenu,
	}),
	defineVerb({
		name: 'from',
		group: 'write',
		scopes: both,
		available: canChooseSender,
		run: accountMenu,
	}),
];

export const composeVerbs: readonly Verb[] = [...writeVerbs, ...sharedVerbs, ...reviewVerbs];
