import type {Ticket} from '../ticket.ts';

type Linked = Pick<Ticket, 'links'>;

/** The number of the ticket that this one was merged into, null for a ticket of its own. */
export const mergedInto = ({links}: Linked): string | null =>
	links.find(({kind}) => kind === 'merged-into')?.number ?? null;

/** Whether a move of mails has begun here and is not finished: after a crash it is gone on with. */
export const isMoving = (
	ticket: Pick<Ticket, 'links' | 'taking' | 'messages' | 'comments' | 'drafts'>,
): boolean =>
	ticket.taking !== undefined ||
	(mergedInto(ticket) !== null &&
		ticket.messages.length + ticket.comments.length + ticket.drafts.length > 0);
