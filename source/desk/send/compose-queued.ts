import type {Message} from '../../domain/message.ts';
import {fail, type Result} from '../../domain/result.ts';
import type {DeskParts} from '../parts.ts';

/**
 * The raw mail (sha256 in the store) of a message that was queued without one, as automatic answers
 * are: they are made inside a commit, where nothing can be composed. What they answer is made durable
 * first, so that no mail speaks of a ticket that a crash takes back.
 */
export const composeQueued = async (
	{store, writer}: DeskParts,
	message: Message,
): Promise<Result<string>> => {
	const {messageId, date, receivedAt} = message;
	if (messageId === null || message.attachments.length > 0) return fail('message-missing');
	const durable = await store.flush();
	if (!durable.ok) return durable;
	const raw = await writer.compose({
		from: message.from,
		to: message.to,
		cc: message.cc,
		subject: message.subject,
		messageId,
		inReplyTo: message.inReplyTo,
		references: message.references,
		date: date ?? receivedAt,
		text: message.text,
		attachments: [],
		automatic: message.automatic !== null,
	});
	return store.putFile(raw);
};
