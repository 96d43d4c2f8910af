import * as v from 'valibot';
import {mayDo, rights} from '../../domain/agent.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {ticketFor} from '../../domain/visibility.ts';
import {type Client, watch} from '../caller.ts';
import type {TicketCalls} from '../calls/ticket-calls.ts';
import {livingNumber} from '../change/merge-tickets.ts';
import type {Core} from '../core.ts';
import {deskFor} from '../desk-for.ts';
import type {Ask, Host} from '../host.ts';
import {search} from '../list/search.ts';
import {listWindow} from '../list/window.ts';
import {checked, numberInput} from '../request-input.ts';
import {send} from '../send/send.ts';
import {accountsFor} from '../settings/accounts.ts';

const presentInput = v.object({number: v.nullable(numberInput), writing: v.boolean()});

const present = (core: Core, client: Client, input: unknown): Result<null> => {
	const asked = checked(presentInput, input);
	if (!asked.ok) return asked;
	const {writing} = asked.value;
	const number = asked.value.number && livingNumber(core, asked.value.number);
	if (number === null) {
		core.presence.set(client, null);
		return ok(null);
	}
	if (!core.parts.store.summaries().has(number)) return fail('ticket-missing', {number});
	watch(client, number);
	core.presence.set(client, {number, writing});
	return ok(null);
};

/** The verbs around lists and tickets. */
export const ticketVerbs = (
	{core, perform, loops, late}: Host,
	{ask, client}: {readonly ask: Ask; readonly client: Client},
): TicketCalls => ({
	me: () =>
		ask('tickets.read', caller =>
			ok({
				agent: caller.agent,
				rights: rights.filter(right => mayDo(caller.agent.role, right)),
				dataFolder: core.parts.dataFolder,
				desk: deskFor(core, caller),
				agents: core.parts.store.agents().agents,
				accounts: accountsFor(core, caller),
				late: late.lookFor(caller),
			}),
		),
	window: request => ask('tickets.read', caller => listWindow(core, caller, request)),
	ticket: input =>
		ask('tickets.read', async caller => {
			const number = checked(numberInput, input);
			if (!number.ok) return fail('ticket-missing', {number: String(input).slice(0, 20)});
			const found = await core.parts.store.ticket(number.value);
			if (!found.ok) return found;
			watch(client, number.value);
			return ok(ticketFor(found.value, caller.viewer));
		}),
	perform: commands =>
		ask('tickets.read', async caller => {
			const outcomes = await perform(caller, commands);
			if (outcomes.ok && commands.some(({action}) => action === 'retrySend')) loops.outbox.kick();
			return outcomes;
		}),
	send: request =>
		ask('tickets.reply', async caller => {
			const sent = await send(core, caller, request);
			if (sent.ok) loops.outbox.kick();
			return sent;
		}),
	search: (text, limit) => ask('tickets.read', caller => search(core, caller, {text, limit})),
	present: (number, writing) => ask('tickets.read', () => present(core, client, {number, writing})),
});
