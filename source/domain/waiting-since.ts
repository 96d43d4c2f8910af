import type {Message} from './message.ts';
import type {Status} from './status.ts';
import type {Ticket} from './ticket.ts';

const oursToAct: ReadonlySet<Status> = new Set(['new', 'open', 'waiting_internal', 'clarify']);

const isAnswer = (message: Message): boolean =>
	message.direction === 'out' && message.automatic === null;

const isQuestion = (message: Message): boolean =>
	message.direction === 'in' && message.automatic === null && message.bounce === null;

/**
 * Since when the customer waits for us: the first mail of a person after our last answer, while the
 * status says that it is our turn. Worked out from the ticket alone, so that an undo brings it back.
 */
export const waitingSince = (
	ticket: Pick<Ticket, 'status' | 'messages' | 'createdAt'>,
): string | null => {
	if (!oursToAct.has(ticket.status)) return null;
	const lastAnswer = ticket.messages.findLastIndex(isAnswer);
	const question = ticket.messages.slice(lastAnswer + 1).find(isQuestion);
	if (question) return question.receivedAt;
	return ticket.messages.length === 0 ? ticket.createdAt : null;
};
