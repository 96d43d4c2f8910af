import * as v from 'valibot';
import type {ClientMessage} from '../protocol.ts';

const form = v.variant('kind', [
	v.object({
		kind: v.literal('hello'),
		protocol: v.number(),
		version: v.pipe(v.string(), v.maxLength(100)),
		login: v.nullable(v.pipe(v.string(), v.maxLength(200))),
	}),
	v.object({kind: v.literal('proof')}),
	v.object({
		kind: v.literal('call'),
		id: v.pipe(v.number(), v.safeInteger()),
		call: v.string(),
		args: v.array(v.unknown()),
	}),
	v.object({kind: v.literal('forget'), id: v.pipe(v.number(), v.safeInteger())}),
]);

/** What a client sent, null when it is none of the messages that clients send. */
export const readClientMessage = (json: unknown): ClientMessage | null => {
	const read = v.safeParse(form, json);
	return read.success ? read.output : null;
};
