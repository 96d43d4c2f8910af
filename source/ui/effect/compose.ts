import type {Draft} from '../../domain/message.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {composerOf} from '../compose/draft-of.ts';
import {newDraft} from '../compose/new-draft.ts';
import type {EffectContext} from './context.ts';
import type {Effect} from './effect.ts';
import {problemToast, toast} from './toast.ts';

const fetchTicket = async (context: EffectContext, number: string): Promise<Ticket | null> => {
	const shown = context.store.state().ticket;
	if (shown?.number === number && shown.ticket !== null && !shown.stale) return shown.ticket;
	const answer = await context.desk.ticket(number);
	if (!answer.ok) context.store.dispatch(problemToast(answer.problem));
	return answer.ok ? answer.value : null;
};

/** The quote that a draft was kept without, so that it can be put back. */
const missingQuote = (context: EffectContext, ticket: Ticket, draft: Draft): string => {
	const {me} = context.store.state();
	const isAnswer = draft.kind === 'reply' || draft.kind === 'reply-all';
	if (me === null || !isAnswer || (draft.original ?? 'quoted') === 'quoted') return '';
	const {kind, answers} = draft;
	const parts = {me, say: context.say, id: draft.id, now: context.now()};
	const fresh = newDraft({ticket, kind, answers}, parts);
	return composerOf(fresh, {ticket, isNew: true}).original;
};

const open = (context: EffectContext, ticket: Ticket, draft: Draft, isNew: boolean) => {
	const {store} = context;
	if (store.state().composer !== null) return;
	if (store.state().ticket?.number !== ticket.number)
		store.dispatch({type: 'ticket-opened', number: ticket.number, pane: store.state().pane});
	store.dispatch({type: 'ticket-came', ticket});
	const composer = composerOf(draft, {ticket, isNew});
	const original = composer.original || missingQuote(context, ticket, draft);
	store.dispatch({type: 'composer-opened', composer: {...composer, original}});
};

/**
 * The attachments of a forwarded mail lie in its raw text; a draft needs them as files of their own.
 * One that cannot be had is left out and said.
 */
const withFiles = async (context: EffectContext, ticket: Ticket, draft: Draft): Promise<Draft> => {
	if (draft.kind !== 'forward' || draft.answers === null) return draft;
	const attachments: Draft['attachments'][number][] = [];
	for (const [index] of draft.attachments.entries()) {
		const bytes = await context.desk.attachment(ticket.number, draft.answers, index);
		const name = draft.attachments[index]?.name ?? '';
		const kept = bytes.ok ? await context.desk.upload(name, bytes.value) : bytes;
		if (kept.ok) attachments.push(kept.value);
		else context.store.dispatch(problemToast(kept.problem));
	}
	return {...draft, attachments};
};

type Compose = Extract<Effect, {type: 'compose'}>;

const isSameKind = (draft: Draft, kind: Draft['kind']): boolean =>
	(draft.kind === 'comment') === (kind === 'comment');

/** Begins an answer, or goes on with the agent's draft on this ticket. */
export const compose = async (
	context: EffectContext,
	{number, kind, answers}: Compose,
): Promise<void> => {
	const {me} = context.store.state();
	if (me === null) return;
	const ticket = await fetchTicket(context, number);
	if (ticket === null) return;
	const kept = ticket.drafts.findLast(
		draft => draft.agent === me.agent.login && isSameKind(draft, kind),
	);
	if (kept !== undefined) return open(context, ticket, kept, false);
	if (kind !== 'comment' && !me.accounts.some(account => account.smtp !== null))
		return context.store.dispatch(toast('bad', {key: 'fault.noSender'}));
	const parts = {me, say: context.say, id: context.newId(), now: context.now()};
	const draft = newDraft({ticket, kind, answers}, parts);
	return open(context, ticket, await withFiles(context, ticket, draft), true);
};

/** Opens a ticket and its newest draft of this agent. */
export const resume = async (context: EffectContext, number: string): Promise<void> => {
	const {me} = context.store.state();
	const answer = await context.desk.ticket(number);
	if (!answer.ok) return context.store.dispatch(problemToast(answer.problem));
	const draft = answer.value.drafts.findLast(one => one.agent === me?.agent.login);
	if (draft === undefined)
		return context.store.dispatch({type: 'ticket-opened', number, pane: 'ticket'});
	return open(context, answer.value, draft, false);
};
