import {inInbox, type Status, statusNames} from './status.ts';
import type {Ticket} from './ticket.ts';

/** Figures over tickets. */
export type TicketFigures = {
	readonly created: number;
	readonly byStatus: Readonly<Record<Status, number>>;
	/** By label, '' for no queue. */
	readonly byQueue: Readonly<Record<string, number>>;
	/** By login, '' for nobody. */
	readonly byAgent: Readonly<Record<string, number>>;
	/** Seconds from the first mail of a person to our first answer, in the middle; null for none. */
	readonly firstAnswerSeconds: number | null;
	readonly answered: number;
	/** Tickets that are not finished, by age in days: up to 1, 3, 7, 30, and older. */
	readonly openAges: readonly [number, number, number, number, number];
};

/** Seconds from one ISO time to another: reading times is not the domain's. */
export type SecondsBetween = (from: string, to: string) => number;

/** Seconds until our first answer to a person; null when nobody asked or nobody answered yet. */
export const firstAnswer = (
	{messages}: Pick<Ticket, 'messages'>,
	secondsBetween: SecondsBetween,
): number | null => {
	const asked = messages.findIndex(
		({direction, automatic}) => direction === 'in' && automatic === null,
	);
	const answer = messages
		.slice(asked + 1)
		.find(({direction, automatic}) => direction === 'out' && automatic === null);
	const question = messages[asked];
	return question && answer ? secondsBetween(question.receivedAt, answer.receivedAt) : null;
};

/** The value in the middle; the mean of the two of an even count. */
const median = (values: readonly number[]): number | null => {
	if (values.length === 0) return null;
	const sorted = values.toSorted((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	const upper = sorted[half] ?? 0;
	return sorted.length % 2 === 1 ? upper : Math.round(((sorted[half - 1] ?? 0) + upper) / 2);
};

const counted = (keys: readonly string[]): Readonly<Record<string, number>> => {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const ageLimits = [1, 3, 7, 30];

/** What the figures need of a ticket: small, so that a hundred thousand fit into memory. */
export type TicketFacts = Pick<Ticket, 'status' | 'queue' | 'assignee' | 'createdAt'> & {
	readonly firstAnswer: number | null;
};

/** What the figures need of one ticket. */
export const factsOf = (ticket: Ticket, secondsBetween: SecondsBetween): TicketFacts => ({
	status: ticket.status,
	queue: ticket.queue,
	assignee: ticket.assignee,
	createdAt: ticket.createdAt,
	firstAnswer: firstAnswer(ticket, secondsBetween),
});

const ages = (
	tickets: readonly TicketFacts[],
	{now, secondsBetween}: {readonly now: string; readonly secondsBetween: SecondsBetween},
): TicketFigures['openAges'] => {
	const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
	for (const {createdAt} of tickets) {
		const days = secondsBetween(createdAt, now) / 86_400;
		const place = ageLimits.findIndex(limit => days <= limit);
		const index = place < 0 ? 4 : place;
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
};

/** Counts tickets; `now` (ISO) is what ages are measured to. */
export const figuresOf = (
	tickets: readonly TicketFacts[],
	time: {readonly now: string; readonly secondsBetween: SecondsBetween},
): TicketFigures => {
	const answers = tickets
		.map(({firstAnswer: seconds}) => seconds)
		.filter(seconds => seconds !== null);
	const byStatus = counted(tickets.map(ticket => ticket.status));
	return {
		created: tickets.length,
		byStatus: Object.fromEntries(
			statusNames.map(status => [status, byStatus[status] ?? 0]),
		) as TicketFigures['byStatus'],
		byQueue: counted(tickets.map(ticket => ticket.queue ?? '')),
		byAgent: counted(tickets.map(ticket => ticket.assignee ?? '')),
		firstAnswerSeconds: median(answers),
		answered: answers.length,
		openAges: ages(
			tickets.filter(ticket => inInbox(ticket.status)),
			time,
		),
	};
};
