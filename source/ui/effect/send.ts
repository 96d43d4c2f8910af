import {textOf} from '../../domain/text/text-buffer.ts';
import {draftOf} from '../compose/draft-of.ts';
import type {ComposerState} from '../state/composer-state.ts';
import type {EffectContext} from './context.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {Effect} from './effect.ts';
import {perform} from './perform.ts';
import {problemToast, toast} from './toast.ts';
import {findDrafts} from './waiting-drafts.ts';

const done = async (context: EffectContext, id: string): Promise<void> => {
	context.store.dispatch({type: 'composer-closed'});
	await context.ports.forgetKeptDraft(id);
	await findDrafts(context);
};

const saveComment = async (context: EffectContext, composer: ComposerState): Promise<void> => {
	const text = textOf(composer.body).trim();
	const step = {number: composer.number, action: 'comment', input: {text, draft: composer.id}};
	const [outcome] = await perform(context, {
		type: 'perform',
		mode: 'do',
		label: {key: 'done.comment'},
		steps: [step],
		repeatable: null,
		isSend: false,
	});
	if (outcome?.ok === true) await done(context, composer.id);
	else context.store.dispatch({type: 'composer-stage', stage: 'review'});
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
		draft: draftOf(composer, store.state().me?.agent.login ?? '', context.now()),
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
	else await sendMail(context, composer, effect);
};

/** Leaves the text as a draft in its ticket. */
export const keepDraft = async (context: EffectContext, keeper: DraftKeeper): Promise<void> => {
	await keeper.flush();
	const isEmpty = context.store.state().composer?.revision === 0;
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
		await perform(context, {
			type: 'perform',
			mode: 'do',
			label: {key: 'done.discarded'},
			steps: [{number: composer.number, action: 'discardDraft', input: {id: composer.id}}],
			repeatable: null,
			isSend: false,
		});
	await done(context, composer.id);
};
