import type {Desk} from '../../desk/desk.ts';
import {fail, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {viewerOf} from '../../domain/viewer.ts';
import {maySee} from '../../domain/visibility.ts';
import {answer, misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, numberFlag, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {numberOf} from '../input/numbers.ts';
import {printJson} from '../output/json.ts';
import {ticketJson} from '../output/ticket-json.ts';
import {ticketText} from '../output/ticket-text.ts';
import {writeBytes} from '../output/write-bytes.ts';

/** The mail at this place of the conversation as it came in or went out, counted from 1. */
const rawOf = async (desk: Desk, ticket: Ticket, place: number): Promise<Result<Uint8Array>> => {
	const message = ticket.messages[place - 1];
	return message
		? desk.raw(ticket.number, message.id)
		: fail('message-missing', {number: ticket.number});
};

/** The file of `--attachment 2.1`: the first of the second mail. */
const fileOf = async (desk: Desk, ticket: Ticket, place: string): Promise<Result<Uint8Array>> => {
	const [mail = 0, file = 0] = place.split('.').map(Number);
	const message = ticket.messages[mail - 1];
	if (message === undefined) return fail('message-missing', {number: ticket.number});
	return message.attachments[file - 1]
		? desk.attachment(ticket.number, message.id, file - 1)
		: fail('attachment-missing', {name: place});
};

const showTicket = async (call: Call, desk: Desk, ticket: Ticket): Promise<number> => {
	if (isSet(call, 'json')) {
		printJson(call, ticketJson(ticket));
		return exitCode.done;
	}
	const me = await desk.me();
	if (!me.ok) return refuse(call, me.problem);
	const viewer = viewerOf(me.value.agent, me.value.desk.queues);
	call.print(ticketText(call, ticket, {masked: !maySee(ticket, viewer)}));
	return exitCode.done;
};

/** Shows one ticket: text for people, JSON for programs, or one of its mails or files as bytes. */
export const show: Command = {
	usage: 'NUMBER',
	summary: 'cli.show',
	flags: {json: {type: 'boolean'}, raw: {type: 'number'}, attachment: {type: 'string'}},
	run: async call => {
		const [wanted, ...more] = call.args;
		if (wanted === undefined || more.length > 0)
			return misused(call, call.say('cli.one-number-wanted'));
		const raw = numberFlag(call, 'raw');
		if (raw !== null && !(Number.isInteger(raw) && raw > 0))
			return misused(call, call.say('cli.raw-place'));
		const file = textFlag(call, 'attachment');
		if (file !== null && !/^\d{1,5}\.\d{1,5}$/u.test(file))
			return misused(call, call.say('cli.attachment-place'));
		return withDesk(call, async desk => {
			const number = numberOf(wanted);
			const ticket =
				number === null ? fail('ticket-missing', {number: wanted}) : await desk.ticket(number);
			if (!ticket.ok) return refuse(call, ticket.problem);
			if (file !== null)
				return answer(call, await fileOf(desk, ticket.value, file), bytes =>
					writeBytes(call, bytes),
				);
			return raw !== null
				? answer(call, await rawOf(desk, ticket.value, raw), bytes => writeBytes(call, bytes))
				: showTicket(call, desk, ticket.value);
		});
	},
};
