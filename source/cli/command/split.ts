import {randomUUID} from 'node:crypto';
import type {Desk} from '../../desk/desk.ts';
import {followers, type Parting} from '../../domain/move/split.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, listFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {ticketNumbers} from '../input/numbers.ts';

/** The mails of `--message`, by their id or their place counted from 1, and what follows with `--following`. */
const partingOf = (call: Call, ticket: Ticket): Parting | string => {
	const found = [];
	for (const word of listFlag(call, 'message')) {
		const place = /^\d{1,4}$/u.test(word) ? Number(word) - 1 : -1;
		const message = ticket.messages.find(({id}) => id === word) ?? ticket.messages[place];
		if (message === undefined) return word;
		found.push(message);
	}
	const [first] = found;
	if (isSet(call, 'following') && first) return followers(ticket, first);
	return {messages: found.map(({id}) => id), comments: []};
};

const splitNow = async (call: Call, desk: Desk, number: string): Promise<number> => {
	const ticket = await desk.ticket(number);
	if (!ticket.ok) return refuse(call, ticket.problem);
	const input = partingOf(call, ticket.value);
	if (typeof input === 'string')
		return refuse(call, {name: 'message-missing', details: {number, message: input}});
	const done = await desk.perform([{id: randomUUID(), number, action: 'split', input}]);
	if (!done.ok) return refuse(call, done.problem);
	const [outcome] = done.value;
	if (outcome?.ok !== true) return outcome ? refuse(call, outcome.problem) : exitCode.failed;
	const fresh = outcome.number;
	call.print(isSet(call, 'json') ? JSON.stringify({number: fresh, from: number}) : fresh);
	return exitCode.done;
};

/** Puts mails of a ticket into a new one and prints its number. */
export const split: Command = {
	usage: 'NUMBER --message ID',
	summary: 'cli.split',
	flags: {
		message: {type: 'string', isMultiple: true},
		following: {type: 'boolean'},
		json: {type: 'boolean'},
	},
	run: async call => {
		if (call.args.length !== 1) return misused(call, call.say('cli.one-number-wanted'));
		if (listFlag(call, 'message').length === 0)
			return misused(call, call.say('cli.split.message-missing'));
		const numbers = ticketNumbers(call);
		const [number] = numbers ?? [];
		if (number === undefined) return exitCode.failed;
		return withDesk(call, desk => splitNow(call, desk, number));
	},
};
