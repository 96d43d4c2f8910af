import type {Message} from '../../domain/message.ts';
import {verdictOf} from '../../domain/receive/authenticity.ts';
import type {Ticket} from '../../domain/ticket.ts';

const messageJson = (message: Message) => ({
	id: message.id,
	direction: message.direction,
	state: message.state,
	from: message.from,
	to: message.to,
	cc: message.cc,
	bcc: message.bcc,
	replyTo: message.replyTo,
	subject: message.subject,
	date: message.date,
	receivedAt: message.receivedAt,
	messageId: message.messageId,
	inReplyTo: message.inReplyTo,
	references: message.references,
	text: message.text,
	replyText: message.replyText,
	hasHtml: message.hasHtml,
	automatic: message.automatic !== null,
	bounce: message.bounce,
	attachments: message.attachments,
	notes: message.notes,
	authenticity: verdictOf(message),
	author: message.author,
});

/** A ticket for other programs. Stable: fields are added, never renamed or taken away. */
export const ticketJson = (ticket: Ticket) => ({
	number: ticket.number,
	subject: ticket.subject,
	status: ticket.status,
	queue: ticket.queue,
	project: ticket.project,
	assignee: ticket.assignee,
	requester: ticket.requester,
	account: ticket.account,
	flags: {prio: ticket.prio, personal: ticket.personal !== null, private: ticket.private !== null},
	tags: ticket.tags,
	stars: ticket.stars ?? [],
	unread: ticket.unread,
	snoozedUntil: ticket.snoozedUntil,
	createdAt: ticket.createdAt,
	updatedAt: ticket.updatedAt,
	waitingSince: ticket.waitingSince,
	links: ticket.links,
	messages: ticket.messages.map(messageJson),
	comments: ticket.comments.map(({author, at, text}) => ({author, at, text})),
	history: ticket.history.map(({at, by, what, from = null, to = null}) => ({
		at,
		by,
		what,
		from,
		to,
	})),
});
