import type {Me, Outcome} from '../../desk/desk.ts';
import type {Template} from '../../domain/desk-document.ts';
import type {Draft} from '../../domain/message.ts';
import {filledFor, withoutSecondClosing} from '../../domain/reply/fill-draft.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {newDraft} from '../compose/new-draft.ts';
import type {UiEvent} from '../state/event.ts';
import type {EffectContext} from './context.ts';

/** The answer to one ticket: the filled template above signature and quoted original. */
const draftFor = (
	{say, newId, now}: EffectContext,
	me: Me,
	{ticket, template}: {readonly ticket: Ticket; readonly template: Template},
): Draft => {
	const draft = newDraft(
		{ticket, kind: 'reply', answers: null},
		{me, say, id: newId(), now: now()},
	);
	const account = me.accounts.find(({id}) => id === draft.account) ?? null;
	const parts = {ticket, agent: me.agent, account};
	const text = `${filledFor(template.text, parts).text}${draft.text}`;
	return {...draft, text: withoutSecondClosing(text, template.text, parts)};
};

/** Lists, notices and bounces: nobody there reads what many get, and some answer back. */
const isFromProgram = ({messages}: Ticket): boolean =>
	(messages.findLast(({direction}) => direction === 'in')?.automatic ?? null) !== null;

const reply = async (
	context: EffectContext,
	me: Me,
	{
		number,
		template,
		isOne,
	}: {readonly number: string; readonly template: Template; readonly isOne: boolean},
): Promise<Outcome> => {
	const ticket = await context.desk.ticket(number);
	if (!ticket.ok) return {ok: false, number, problem: ticket.problem};
	if (!isOne && isFromProgram(ticket.value))
		return {ok: false, number, problem: {name: 'mail-automatic', details: {}}};
	const draft = draftFor(context, me, {ticket: ticket.value, template});
	const request = {id: context.newId(), number, draft, status: null, force: false};
	const sent = await context.desk.send(request);
	if (!sent.ok) return {ok: false, number, problem: sent.problem};
	return {ok: true, number, revision: ticket.value.revision + 1, undo: sent.value.undo};
};

/**
 * Answers each ticket with the template, filled for it. One that fails does not stop the others: it
 * stays marked, and so do tickets of several whose last mail came from a program. All that wait in
 * the outbox are called back by one undo.
 */
export const replyWithTemplate =
	(numbers: readonly string[], template: Template) =>
	async (context: EffectContext): Promise<readonly UiEvent[]> => {
		const {me} = context.store.state();
		if (me === null) return [];
		const outcomes: Outcome[] = [];
		const isOne = numbers.length === 1;
		for (const number of numbers)
			outcomes.push(await reply(context, me, {number, template, isOne}));
		return [
			{
				type: 'performed',
				label: {key: 'done.templateReply'},
				mode: 'do',
				outcomes,
				repeatable: null,
				isSend: false,
			},
		];
	};
