import {isHandChannel} from '../../domain/channel.ts';
import type {Draft} from '../../domain/message.ts';
import {textOf} from '../../domain/text/text-buffer.ts';
import {draftOf} from '../compose/draft-of.ts';
import type {ComposerState} from '../state/composer-state.ts';
import type {EffectContext} from './context.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {Effect, PerformEffect} from './effect.ts';
import {perform, performSteps} from './perform.ts';
import {performOnce} from './perform-once.ts';
import {problemToast, toast} from './toast.ts';
import {findDrafts} from './waiting-drafts.ts';

const done = async (context: EffectContext, id: string): Promise<void> => {
	context.store.dispatch({type: 'composer-closed'});
	await context.ports.forgetKeptDraft(id);
	await findDrafts(context);
};

const draftNow = ({store, now}: EffectContext, composer: ComposerState): Draft =>
	draftOf(composer, store.state().me?.agent.login ?? '', now());

/** Does with the text what sends no mail; when that fails, its review is there again. */
const writeDown = async (
	context: EffectContext,
	composer: ComposerState,
	effect: PerformEffect,
): Promise<void> => {
	const [outcome] = await perform(context, effect);
	if (outcome?.ok === true) await done(context, composer.id);
	else context.store.dispatch({type: 'composer-stage', stage: 'review'});
};

const saveComment = (context: EffectContext, composer: ComposerState): Promise<void> => {
	const {id, number, body} = composer;
	const input = {text: textOf(body).trim(), draft: id};
	const step = {number, action: 'comment', input};
	return writeDown(context, composer, performOnce({key: 'done.comment'}, [step]));
};

/** What somebody said becomes the message of the ticket. */
const saveNote = (context: EffectContext, composer: ComposerState): Promise<void> => {
	const {number} = composer;
	const step = {number, action: 'record', input: {draft: draftNow(context, composer)}};
	const label = {key: 'done.recorded', params: {number}} as const;
	return writeDown(context, composer, performOnce(label, [step]));
};

const sendMail = async (
	context: EffectContext,
	composer: ComposerState,
	effect: Extract<Effect, {type: 'send'}>,
): Promise<void> => {
	const {store} = context;
	const answer = await context.desk.send({
		id: context.newId(),
		number: composer.number,
		draft: draftNow(context, composer),
		status: effect.status ?? composer.status,
		force: composer.force,
	});
	if (answer.ok) {
		store.dispatch({type: 'sent', number: composer.number, outcome: answer.value});
		return done(context, composer.id);
	}
	store.dispatch({type: 'composer-stage', stage: 'review'});
	if (answer.problem.name === 'send-stale') store.dispatch({type: 'send-stale', id: composer.id});
	store.dispatch(problemToast(answer.problem));
};

/** Sends the answer or saves the comment. A second key while it runs does nothing. */
export const send = async (
	context: EffectContext,
	keeper: DraftKeeper,
	effect: Extract<Effect, {type: 'send'}>,
): Promise<void> => {
	const {composer} = context.store.state();
	if (composer === null || composer.stage !== 'review') return;
	context.store.dispatch({type: 'composer-stage', stage: 'sending'});
	await keeper.rest();
	if (composer.kind === 'comment') await saveComment(context, composer);
	else if (isHandChannel(composer.kind)) await saveNote(context, composer);
	else await sendMail(context, composer, effect);
};

/** A ticket that was begun with this text and has nothing else. */
const isBeginning = ({kind, ticket}: ComposerState): boolean =>
	(kind === 'new' || isHandChannel(kind)) && ticket.messages.length === 0;

/** The list shows what a text of a new ticket is about, as soon as it lies there. */
const nameTicket = async (context: EffectContext, composer: ComposerState): Promise<void> => {
	const subject = textOf(composer.fields.subject).trim();
	if (!isBeginning(composer) || subject === '' || composer.ticket.subject === subject) return;
	await performSteps(context, [{number: composer.number, action: 'subject', input: {subject}}]);
};

/** Leaves the text as a draft in its ticket; an empty one of a new ticket goes with that. */
export const keepDraft = async (context: EffectContext, keeper: DraftKeeper): Promise<void> => {
	const before = context.store.state().composer;
	if (before?.revision === 0 && isBeginning(before)) return discardDraft(context, keeper);
	await keeper.flush();
	const {composer} = context.store.state();
	if (composer !== null) await nameTicket(context, composer);
	const isEmpty = composer?.revision === 0;
	context.store.dispatch({type: 'composer-closed'});
	if (!isEmpty) context.store.dispatch(toast('ok', {key: 'done.draftKept'}));
	await findDrafts(context);
};

/** Throws the text away; one that lay in the ticket comes back with `u`. */
export const discardDraft = async (context: EffectContext, keeper: DraftKeeper): Promise<void> => {
	const {composer} = context.store.state();
	if (composer === null) return;
	// Written first, so that there is something to bring back.
	await keeper.flush();
	context.store.dispatch({type: 'composer-stage', stage: 'sending'});
	const now = context.store.state().composer;
	if (now?.saved != null && !now.keptLocally)
		await perform(
			context,
			performOnce({key: 'done.discarded'}, [
				{number: composer.number, action: 'discardDraft', input: {id: composer.id}},
			]),
		);
	await done(context, composer.id);
	if (isBeginning(composer)) context.store.dispatch({type: 'ticket-closed'});
};
