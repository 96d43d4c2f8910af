import * as v from 'valibot';
import {findProject, findQueue} from '../../domain/change/action-settings.ts';
import {handChannels} from '../../domain/channel.ts';
import {filledLineInput, lineInput, linesInput, mailboxInput} from '../../domain/clean-input.ts';
import {type NewTicketFields, ticketByHand} from '../../domain/new-ticket.ts';
import {draftInput} from '../../domain/reply/draft-input.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {NewTicketRequest} from '../desk.ts';
import {localDay} from '../local-day.ts';
import {checked, idInput} from '../request-input.ts';
import {accountFor} from '../settings/accounts.ts';

const label = v.nullable(filledLineInput(64));

const newTicketInput = v.object({
	id: idInput,
	channel: v.picklist([...handChannels, 'mail']),
	requester: v.object({
		name: lineInput(200),
		address: v.union([v.literal(''), mailboxInput]),
	}),
	subject: lineInput(500),
	text: linesInput(1_000_000),
	queue: label,
	project: label,
	assignee: label,
	draft: v.nullable(draftInput),
});

type Request = v.InferOutput<typeof newTicketInput>;

/** The names of the settings as they are written there; the queue's responsible gets what nobody has. */
const settled = (core: Core, request: Request): Result<NewTicketFields> => {
	const settings = core.actionSettings();
	const queue = request.queue === null ? null : findQueue(settings, request.queue);
	if (request.queue !== null && queue === null)
		return fail('queue-unknown', {queue: request.queue});
	const project = request.project === null ? null : findProject(settings, request.project);
	if (request.project !== null && project === null)
		return fail('input-invalid', {field: 'project', value: request.project});
	const {assignee} = request;
	if (assignee !== null && !settings.agents.get(assignee)?.active)
		return fail('agent-unknown', {agent: assignee});
	return ok({
		...request,
		queue: queue?.label ?? null,
		project,
		assignee: assignee ?? queue?.responsible ?? null,
	});
};

/** The account a mail leaves from, null for what is no mail. */
const accountOf = (core: Core, caller: Caller, request: Request): Result<string | null> => {
	if (request.channel !== 'mail') return ok(null);
	const wanted = request.draft?.account ?? '';
	const account = accountFor(core, caller, wanted);
	return account ? ok(account.id) : fail('account-unknown', {account: wanted});
};

/** Numbers of the day that a repeated call is looked for in. */
const lookedThrough = 200;

/** The ticket that this very call made before its answer got lost. */
const madeBefore = async (core: Core, day: string, id: string): Promise<string | null> => {
	const numbers = [...core.parts.store.summaries().keys()]
		.filter(number => number.startsWith(day))
		.sort()
		.slice(-lookedThrough);
	for (const number of numbers.reverse()) {
		const ticket = await core.parts.store.ticket(number);
		if (ticket.ok && ticket.value.applied.includes(id)) return number;
	}
	return null;
};

/**
 * Makes a ticket by hand in one commit, with its draft. Problems: `queue-unknown`,
 * `agent-unknown`, `account-unknown` (a mail needs one), `not-permitted` for somebody else's draft.
 */
export const createTicket = async (
	core: Core,
	caller: Caller,
	input: NewTicketRequest,
): Promise<Result<{readonly number: string}>> => {
	const request = checked(newTicketInput, input);
	if (!request.ok) return request;
	const {id, draft} = request.value;
	const by = caller.agent.login;
	if (draft !== null && draft.agent !== by) return fail('not-permitted', {});
	const fields = settled(core, request.value);
	if (!fields.ok) return fields;
	const account = accountOf(core, caller, request.value);
	if (!account.ok) return account;
	const moment = core.parts.clock.now();
	const day = localDay(moment).replaceAll('-', '');
	const known = await madeBefore(core, day, id);
	if (known !== null) return ok({number: known});
	const now = new Date(moment).toISOString();
	const message = core.parts.clock.newId();
	const made = await core.parts.store.create(day, number =>
		ticketByHand(fields.value, {
			number,
			now,
			by,
			account: account.value,
			id: message,
			command: id,
		}),
	);
	return made.ok ? ok({number: made.value.number}) : made;
};
