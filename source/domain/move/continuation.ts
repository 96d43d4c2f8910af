import type {Ticket} from '../ticket.ts';

/** Mails after which a conversation goes on in a further ticket: the whole is written with each change. */
export const mostMessages = 500;

/** The fresh ticket of a mail as the continuation of a full one: whose it is and how it is marked stays. */
export const continuationOf = (full: Ticket, fresh: Ticket): Ticket => ({
	...fresh,
	subject: full.subject,
	queue: full.queue,
	project: full.project,
	assignee: full.assignee,
	requester: full.requester,
	account: full.account,
	prio: full.prio,
	personal: full.personal,
	private: full.private,
	tags: full.tags,
	links: [{kind: 'continues', number: full.number}],
	history: [
		...fresh.history,
		{at: fresh.updatedAt, by: 'raute', what: 'continues', from: full.number},
	],
	taking: {kind: 'continue', from: full.number, messages: [], comments: [], drafts: []},
});
