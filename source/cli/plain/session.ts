import type {Desk, Me, Row} from '../../desk/desk.ts';
import {cleanLines} from '../../domain/clean-input.ts';
import type {ListQuery} from '../../domain/list/tab.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {sayProblemLine} from '../../language/problem.ts';
import type {Say} from '../../language/say.ts';
import type {TicketStep} from '../../ui/state/undo-state.ts';
import type {Call} from '../command.ts';
import type {Prompt} from './prompt.ts';

/** What `u` takes back. */
export type Done = {readonly what: string; readonly steps: readonly TicketStep[]};

/** Where one is: the list as far as it was read, and the ticket that is open. */
export type PlainState = {
	readonly me: Me;
	readonly query: ListQuery;
	readonly rows: readonly Row[];
	readonly total: number;
	readonly ticket: Ticket | null;
	/** Index of the mail or comment that was read last. */
	readonly entry: number;
	readonly past: readonly Done[];
	readonly isOver: boolean;
};

/** A talk with the desk by lines: what it needs, and what it knows. */
export type Session = {
	readonly call: Call;
	readonly desk: Desk;
	readonly prompt: Prompt;
	readonly say: Say;
	readonly state: () => PlainState;
	readonly put: (part: Partial<PlainState>) => void;
	/** Says a line; whatever comes from a mail is cleaned. */
	readonly tell: (text: string) => void;
	readonly refuse: (problem: Problem) => void;
};

export const createSession = (
	call: Call,
	{desk, me, prompt}: {readonly desk: Desk; readonly me: Me; readonly prompt: Prompt},
): Session => {
	let state: PlainState = {
		me,
		query: {tab: 'inbox', sort: 'newest', filter: ''},
		rows: [],
		total: 0,
		ticket: null,
		entry: 0,
		past: [],
		isOver: false,
	};
	const tell = (text: string) => call.print(cleanLines(text));
	return {
		call,
		desk,
		prompt,
		say: call.say,
		state: () => state,
		put: part => {
			state = {...state, ...part};
		},
		tell,
		refuse: problem => tell(sayProblemLine(call.say, problem)),
	};
};
