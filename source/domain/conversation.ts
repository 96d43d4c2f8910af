import type {Message} from './message.ts';
import {writtenText} from './quote.ts';
import type {Comment, Ticket} from './ticket.ts';

/** One block of the ticket screen. */
export type Entry =
	| {
			readonly kind: 'message';
			readonly id: string;
			readonly at: string;
			readonly message: Message;
	  }
	| {
			readonly kind: 'comment';
			readonly id: string;
			readonly at: string;
			readonly comment: Comment;
	  };

/** Mails in both directions and comments in one order, oldest first; what came at once keeps its order. */
export const conversationOf = (ticket: Pick<Ticket, 'messages' | 'comments'>): readonly Entry[] => {
	const messages = ticket.messages.map(
		(message): Entry => ({kind: 'message', id: message.id, at: message.receivedAt, message}),
	);
	const comments = ticket.comments.map(
		(comment): Entry => ({kind: 'comment', id: comment.id, at: comment.at, comment}),
	);
	return [...messages, ...comments].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const needsAttention: ReadonlySet<Message['state']> = new Set(['failed', 'uncertain']);

/** Ids of the entries that stand open at first: the newest mail, what follows it, and failed sends. */
export const openAtFirst = (entries: readonly Entry[]): ReadonlySet<string> => {
	const newest = entries.findLastIndex(entry => entry.kind === 'message');
	const open = entries.filter(
		(entry, index) =>
			index >= Math.max(newest, 0) ||
			(entry.kind === 'message' && needsAttention.has(entry.message.state)),
	);
	return new Set(open.map(entry => entry.id));
};

/** The set with this one turned over: marks, folds. */
export const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
	const next = new Set(set);
	if (!next.delete(id)) next.add(id);
	return next;
};

/** The beginning of what an entry says, on one line, of at most `max` characters; the screen cuts by width. */
export const firstWords = (entry: Entry, max = 200): string => {
	const text =
		entry.kind === 'comment'
			? entry.comment.text
			: writtenText(entry.message.replyText || entry.message.text) || entry.message.text;
	return text
		.slice(0, max * 4)
		.replace(/\s+/gu, ' ')
		.trim()
		.slice(0, max);
};
