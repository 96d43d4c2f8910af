import * as v from 'valibot';
import {statusNames} from '../../domain/status.ts';
import {editableFields, linkKinds, takingKinds} from '../../domain/ticket.ts';
import {addressSchema, draftSchema, messageSchema} from './mail-parts.ts';

const movedIds = {
	messages: v.array(v.string()),
	comments: v.array(v.string()),
	drafts: v.array(v.string()),
};

const moved = v.object({
	...movedIds,
	updatedAt: v.exactOptional(v.string()),
	back: v.array(v.object({field: v.picklist(editableFields), from: v.unknown(), to: v.unknown()})),
});

/** The ticket document, `domain/ticket.ts`. */
export const ticketSchema = v.object({
	v: v.number(),
	number: v.string(),
	revision: v.number(),
	subject: v.string(),
	status: v.picklist(statusNames),
	queue: v.nullable(v.string()),
	project: v.nullable(v.string()),
	assignee: v.nullable(v.string()),
	requester: addressSchema,
	account: v.nullable(v.string()),
	prio: v.boolean(),
	personal: v.nullable(v.string()),
	private: v.nullable(v.string()),
	tags: v.array(v.string()),
	stars: v.exactOptional(v.array(v.string())),
	unread: v.boolean(),
	snoozedUntil: v.nullable(v.string()),
	createdAt: v.string(),
	updatedAt: v.string(),
	waitingSince: v.nullable(v.string()),
	links: v.array(
		v.object({kind: v.picklist(linkKinds), number: v.string(), moved: v.exactOptional(moved)}),
	),
	messages: v.array(messageSchema),
	comments: v.array(
		v.object({id: v.string(), author: v.string(), at: v.string(), text: v.string()}),
	),
	drafts: v.array(draftSchema),
	history: v.array(
		v.object({
			at: v.string(),
			by: v.string(),
			what: v.string(),
			from: v.exactOptional(v.string()),
			to: v.exactOptional(v.string()),
		}),
	),
	applied: v.array(v.string()),
	taking: v.exactOptional(
		v.object({
			kind: v.picklist(takingKinds),
			from: v.string(),
			...movedIds,
		}),
	),
});
