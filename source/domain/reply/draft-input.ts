import * as v from 'valibot';
import {addressInput, filledLineInput, lineInput, linesInput} from '../clean-input.ts';
import {draftKinds, originalWays} from '../message.ts';

/** Most recipients in one field; what a help desk ever answers to, and what servers accept (RFC 5321 §4.5.3.1.8). */
const recipients = v.pipe(v.array(addressInput), v.maxLength(100));

/** A file of a draft: its bytes lie in the store under `sha256`. */
export const attachmentInput = v.object({
	name: filledLineInput(255),
	type: filledLineInput(127),
	size: v.pipe(v.number(), v.integer(), v.minValue(0)),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
	inline: v.boolean(),
});

/** Checks a text that a client hands in to be sent or recorded. */
export const draftInput = v.object({
	id: filledLineInput(64),
	agent: filledLineInput(64),
	kind: v.picklist(draftKinds),
	account: lineInput(64),
	from: lineInput(320),
	to: recipients,
	cc: recipients,
	bcc: recipients,
	subject: lineInput(500),
	text: linesInput(1_000_000),
	attachments: v.pipe(v.array(attachmentInput), v.maxLength(100)),
	answers: v.nullable(filledLineInput(64)),
	original: v.exactOptional(v.picklist(originalWays)),
	seenMessages: v.pipe(v.number(), v.integer(), v.minValue(0)),
	updatedAt: v.string(),
});

/** An address may still be half typed when its draft is kept. */
const unfinished = v.pipe(
	v.array(v.object({name: lineInput(200), address: lineInput(320)})),
	v.maxLength(100),
);

/** Checks a draft that is kept while it is written. */
export const unfinishedDraftInput = v.object({
	...draftInput.entries,
	to: unfinished,
	cc: unfinished,
	bcc: unfinished,
});
