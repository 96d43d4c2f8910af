import * as v from 'valibot';
import {draftKinds, messageStates, originalWays} from '../../domain/message.ts';

/** Schemas of what messages and tickets share; the types stand in `domain/message.ts`. */

export const addressSchema = v.object({name: v.string(), address: v.string()});

export const attachmentSchema = v.object({
	name: v.string(),
	type: v.string(),
	size: v.number(),
	sha256: v.string(),
	inline: v.boolean(),
});

export const originSchema = v.object({
	account: v.string(),
	identity: v.string(),
	place: v.nullable(v.object({folder: v.string(), uidValidity: v.string(), uid: v.number()})),
});

export const draftSchema = v.object({
	id: v.string(),
	agent: v.string(),
	kind: v.picklist(draftKinds),
	account: v.string(),
	from: v.string(),
	to: v.array(addressSchema),
	cc: v.array(addressSchema),
	bcc: v.array(addressSchema),
	subject: v.string(),
	text: v.string(),
	attachments: v.array(attachmentSchema),
	answers: v.nullable(v.string()),
	original: v.exactOptional(v.picklist(originalWays)),
	seenMessages: v.number(),
	updatedAt: v.string(),
});

const failureEntries = {
	address: v.string(),
	status: v.string(),
	reason: v.string(),
	permanent: v.boolean(),
};

const bounceSchema = v.object({
	...failureEntries,
	of: v.string(),
	others: v.exactOptional(v.array(v.object(failureEntries))),
});

const deliverySchema = v.object({
	account: v.string(),
	envelope: v.object({from: v.string(), to: v.array(v.string())}),
	notBefore: v.string(),
	tries: v.number(),
	nextTry: v.string(),
	error: v.nullable(v.object({code: v.string(), text: v.string()})),
	draft: v.nullable(draftSchema),
	copy: v.picklist(['none', 'due', 'done']),
});

export const messageSchema = v.object({
	id: v.string(),
	direction: v.picklist(['in', 'out']),
	state: v.picklist(messageStates),
	from: addressSchema,
	to: v.array(addressSchema),
	cc: v.array(addressSchema),
	bcc: v.array(addressSchema),
	deliveredTo: v.exactOptional(v.array(v.string())),
	replyTo: v.array(addressSchema),
	subject: v.string(),
	date: v.nullable(v.string()),
	receivedAt: v.string(),
	messageId: v.nullable(v.string()),
	inReplyTo: v.nullable(v.string()),
	references: v.array(v.string()),
	text: v.string(),
	replyText: v.string(),
	hasHtml: v.boolean(),
	automatic: v.nullable(v.string()),
	bounce: v.nullable(bounceSchema),
	attachments: v.array(attachmentSchema),
	raw: v.nullable(v.string()),
	notes: v.array(v.string()),
	origin: v.nullable(originSchema),
	delivery: v.nullable(deliverySchema),
	author: v.nullable(v.string()),
});
