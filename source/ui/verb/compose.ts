import {isHandChannel} from '../../domain/channel.ts';
import type {TextKey} from '../../language/say.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';

/** For what a comment, which goes to nobody, does without: true, or the reason. */
export const notInComment = (state: State): true | TextKey =>
	state.composer?.kind === 'comment' ? 'reason.notInComment' : true;

/** For what goes with a mail alone: true, or the reason. */
export const onlyInMail = (state: State): true | TextKey =>
	isHandChannel(state.composer?.kind ?? '') ? 'reason.notAMail' : notInComment(state);

const hasOriginal = ({composer}: State): true | TextKey => {
	const answered = composer?.ticket.messages.find(({id}) => id === composer.answers);
	return composer?.original === '' && (answered?.raw ?? null) === null ? 'reason.noOriginal' : true;
};

/** From writing to the review, and back. */
export const goToStage = (to: 'write' | 'review') => (): Reaction => ({
	events: [{type: 'composer-stage', stage: to}],
});

const scopes = ['compose'] as const;

/** What one does with the text being written, beside writing. */
export const composeVerbs: readonly Verb[] = [
	defineVerb({
		name: 'check',
		group: 'write',
		scopes,
		hint: {compose: 10},
		run: goToStage('review'),
	}),
	defineVerb({
		name: 'blindCopy',
		group: 'write',
		scopes,
		available: onlyInMail,
		run: () => ({events: [{type: 'composer-focused', field: 'bcc'}]}),
	}),
	defineVerb({
		name: 'original',
		group: 'write',
		scopes,
		available: hasOriginal,
		run: () => ({events: [{type: 'original-toggled'}]}),
	}),
];
