import {statuses} from '../../domain/status.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {goToStage, onlyInMail} from './compose.ts';
import {openDialog} from './dialog.ts';
import {item, nowNote, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

const statusMenu = (state: State): Reaction => {
	const now = state.composer?.status ?? state.me?.desk.statusAfterReply;
	return openPicker(
		{key: 'picker.statusAfter'},
		statuses.map(({name, letter}) =>
			item(
				{key: `status.${name}`},
				{events: [{type: 'composer-status', status: name}]},
				{letter, note: nowNote(name === now)},
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

const scopes = ['review'] as const;

/** The second step before a mail goes: send, keep, throw away, or back to writing. */
export const reviewVerbs: readonly Verb[] = [
	defineVerb({
		name: 'send',
		group: 'write',
		scopes,
		hint: {review: 10},
		run: () => ({effects: [{type: 'send', status: null}]}),
	}),
	defineVerb({
		name: 'sendAndClose',
		group: 'write',
		scopes,
		hint: {review: 20},
		available: onlyInMail,
		run: () => ({effects: [{type: 'send', status: 'completed'}]}),
	}),
	defineVerb({
		name: 'write',
		group: 'write',
		scopes,
		hint: {review: 30},
		run: goToStage('write'),
	}),
	defineVerb({
		name: 'statusAfter',
		group: 'write',
		scopes,
		hint: {review: 50},
		available: onlyInMail,
		run: statusMenu,
	}),
	defineVerb({
		name: 'keepDraft',
		group: 'write',
		scopes,
		hint: {review: 33},
		run: () => ({effects: [{type: 'keep-draft'}]}),
	}),
	defineVerb({
		name: 'discard',
		group: 'write',
		scopes,
		hint: {review: 36},
		run: discard,
	}),
];
