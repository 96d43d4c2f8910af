import * as v from 'valibot';
import {statusNames} from '../domain/status.ts';
import {sorts, tabs} from '../domain/tab.ts';

/** Forms of what clients send beside settings. Unknown keys are dropped, rights are the desk's matter. */

const short = v.pipe(v.string(), v.maxLength(1000));
const text = v.pipe(v.string(), v.maxLength(4_000_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const status = v.picklist(statusNames);
export const address = v.object({name: short, address: short});

export const listQuery = v.object({
	tab: v.picklist(tabs.map(tab => tab.name)),
	sort: v.picklist(sorts),
	filter: short,
});

export const windowRequest = v.object({
	query: listQuery,
	from: v.pipe(v.number(), v.integer()),
	count: v.pipe(count, v.maxValue(1000)),
	near: v.exactOptional(id),
});

export const command = v.object({
	id,
	number: id,
	action: id,
	input: v.optional(v.unknown()),
	revision: v.exactOptional(count),
});

/** More than the largest batch of marked tickets that a screen sends at once. */
export const commands = v.pipe(v.array(command), v.maxLength(20_000));

export const attachment = v.object({
	name: short,
	type: short,
	size: count,
	sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u)),
	inline: v.boolean(),
});

const addresses = v.pipe(v.array(address), v.maxLength(1000));

export const draft = v.object({
	id,
	agent: short,
	kind: v.picklist(['reply', 'reply-all', 'forward', 'comment']),
	account: short,
	from: short,
	to: addresses,
	cc: addresses,
	bcc: addresses,
	subject: v.pipe(v.string(), v.maxLength(10_000)),
	text,
	attachments: v.pipe(v.array(attachment), v.maxLength(1000)),
	answers: v.nullable(id),
	seenMessages: count,
	updatedAt: short,
});

export const sendRequest = v.object({
	id,
	number: id,
	draft,
	status: v.nullable(status),
	force: v.boolean(),
});

export const receiveRequest = v.object({account: v.nullable(id), queue: v.nullable(id)});
export const limit = v.pipe(count, v.maxValue(10_000));
export const index = count;
export const folder = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
export const searchText = short;
export const fileName = short;
