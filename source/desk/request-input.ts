import * as v from 'valibot';
import {isHandChannel} from '../domain/channel.ts';
import {sorts, tabs} from '../domain/list/tab.ts';
import {draftInput} from '../domain/reply/draft-input.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import {statusNames} from '../domain/status.ts';
import {isNumber} from '../domain/ticket-number.ts';

/** Checks of what clients hand in: requests may come from a socket, so their types promise nothing. */
export const checked = <Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): Result<v.InferOutput<Schema>> => {
	const parsed = v.safeParse(schema, value);
	if (parsed.success) return ok(parsed.output);
	const [issue] = parsed.issues;
	return fail('input-invalid', {field: v.getDotPath(issue) ?? '', reason: issue.type});
};

const count = (max: number) =>
	v.pipe(
		v.number(),
		v.integer(),
		v.minValue(0),
		v.transform(value => Math.min(value, max)),
	);

export const numberInput = v.pipe(v.string(), v.check(isNumber));

export const idInput = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

export const queryInput = v.object({
	tab: v.picklist(tabs.map(tab => tab.name)),
	sort: v.picklist(sorts),
	filter: v.pipe(v.string(), v.maxLength(500)),
});

export const windowInput = v.object({
	query: queryInput,
	from: count(Number.MAX_SAFE_INTEGER),
	count: count(1000),
	near: v.exactOptional(v.string()),
	marked: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(10_000))),
});

export const commandsInput = v.pipe(
	v.array(
		v.object({
			id: idInput,
			number: numberInput,
			action: idInput,
			input: v.unknown(),
			revision: v.exactOptional(v.number()),
		}),
	),
	v.maxLength(10_000),
);

/** The id becomes the message's. */
export const sendInput = v.object({
	id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/u)),
	number: numberInput,
	draft: v.pipe(
		draftInput,
		v.check(draft => draft.kind !== 'comment' && !isHandChannel(draft.kind)),
	),
	status: v.nullable(v.picklist(statusNames)),
	force: v.boolean(),
});

export const searchInput = v.object({
	text: v.pipe(v.string(), v.maxLength(500)),
	limit: count(1000),
});

/** The raw mail itself is any bytes. */
export const receiveInput = v.object({
	raw: v.instance(Uint8Array),
	account: v.nullable(idInput),
	queue: v.nullable(idInput),
	receivedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});

export const placeInput = v.object({number: numberInput, message: idInput});
