import type {Call} from '../../source/cli/command.ts';
import {printJson} from '../../source/cli/output/json.ts';
import {ticketJson} from '../../source/cli/output/ticket-json.ts';
import {printTickets} from '../../source/cli/output/ticket-rows.ts';
import {ticketText} from '../../source/cli/output/ticket-text.ts';
import type {Row} from '../../source/desk/desk.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import {createSay} from '../../source/language/say.ts';
import {lineText} from '../../source/ui/part/line.ts';
import {rowLines} from '../../source/ui/screen/list/row-text.ts';
import {ticketPane} from '../../source/ui/screen/ticket/ticket-pane.ts';
import {createLook} from '../../source/ui/screen-look.ts';
import {firstState, update} from '../../source/ui/state/update.ts';

const look = createLook({language: 'de'});
const say = createSay('de');
const width = 80;
/** Lines of a conversation that are looked at; the rest is more of the same text. */
const height = 400;
let minutes = 0;

const callInto = (out: string[]): Call => {
	const print = (line: string): void => {
		out.push(line);
	};
	const stdout = {isTTY: true, columns: 120} as unknown as NodeJS.WriteStream;
	return {
		args: [],
		flags: {},
		env: {},
		stdin: process.stdin,
		stdout,
		print,
		tell: print,
		say,
		language: 'de',
		config: '/nowhere',
		state: '/nowhere',
		dataFolder: '/nowhere',
		version: '0',
		program: args => ({file: 'raute', args, env: {}}),
		command: () => null,
		desk: () => Promise.reject(new Error('not asked')),
	};
};

/** Everything the commands `show` and `list` and the ticket screen would write for a ticket. */
export const shownTicket = (ticket: Ticket): readonly string[] => {
	const out: string[] = [];
	const call = callInto(out);
	printJson(call, ticketJson(ticket));
	out.push(ticketText(call, ticket, {masked: false}));
	let state = firstState({columns: width, rows: 24}, Date.now());
	state = update(state, {type: 'ticket-opened', number: ticket.number, pane: 'ticket'});
	state = update(state, {type: 'ticket-came', ticket});
	if (state.ticket) {
		out.push(...ticketPane(state.ticket, {state, look, width, height}).map(lineText));
	}
	return out;
};

/** The same for rows of a list. */
export const shownRows = (rows: readonly Row[]): readonly string[] => {
	const out: string[] = [];
	const call = callInto(out);
	printTickets(call, rows, {json: false});
	printTickets(call, rows, {json: true});
	// Fitted rows are remembered by number and minute; numbers begin anew in every data folder.
	minutes++;
	const state = firstState({columns: width, rows: 24}, Date.now() + minutes * 60_000);
	for (const row of rows) {
		const signs = {isCursor: false, isMarked: false};
		out.push(...rowLines(row, signs, {state, look, width}));
	}
	return out;
};
