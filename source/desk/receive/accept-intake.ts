import {createHash} from 'node:crypto';
import type {Attachment} from '../../domain/message.ts';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {ReceiveOutcome} from '../desk.ts';
import {commitMail} from './commit-mail.ts';
import {readMail} from './read-mail.ts';
import {type IntakeContext, prepareAgain, quarantinedIntake} from './retry-intake.ts';

/** A mail of which nothing could be read, not even its header. */
const unknownMail: ParsedMail = {
	messageId: null,
	inReplyTo: null,
	references: [],
	from: {name: '', address: ''},
	sender: null,
	replyTo: [],
	to: [],
	cc: [],
	deliveredTo: [],
	subject: '',
	date: null,
	text: '',
	replyText: '',
	hasHtml: false,
	attachments: [],
	automatic: null,
	bounce: null,
	notes: [],
	identity: '',
};

const rawAttachment = (sha256: string, raw: Uint8Array): Attachment => ({
	name: 'mail.eml',
	type: 'message/rfc822',
	size: raw.length,
	sha256,
	inline: false,
});

/** Its ticket's own identity: the mail itself stays known by the entry that quarantined it. */
const acceptedIdentity = (raw: string): string =>
	createHash('sha256').update(`accepted ${raw}`).digest('hex');

/** What its header says, if that can be read, with the whole mail attached and a note that says so. */
const salvaged = async (
	{parts}: IntakeContext,
	sha256: string,
	raw: Uint8Array,
): Promise<ParsedMail> => {
	const header = await readMail(parts.reader, {raw, headerOnly: true});
	return {
		...(header.ok ? header.value : unknownMail),
		identity: acceptedIdentity(sha256),
		attachments: [rawAttachment(sha256, raw)],
		notes: ['note.unreadable'],
	};
};

/**
 * Makes a ticket of a quarantined mail that cannot be read: with what its header says and the raw
 * mail attached. Nothing is answered automatically. The entry stays in the ledger, as skipped, so
 * that no pass brings the mail back. Problem: `message-missing`.
 */
export const acceptIntake = async (
	id: string,
	context: IntakeContext,
): Promise<Result<ReceiveOutcome>> => {
	const {parts, lock} = context;
	const document = await quarantinedIntake(parts, id);
	if (!document.ok) return document;
	const raw = await parts.store.file(document.value.raw);
	if (!raw.ok) return raw;
	const again = await prepareAgain(parts, document.value, raw.value);
	if (!again.ok) return again;
	const mail = await salvaged(context, document.value.raw, raw.value);
	const origin = {...document.value.origin, identity: mail.identity, place: null};
	const outcome = await lock([mail.identity], () =>
		commitMail(parts, {...again.value, origin, mail: ok(mail)}, {}),
	);
	if (!outcome.ok) return outcome;
	const kept = await parts.store.putIntake({
		...document.value,
		kind: 'skipped',
		reason: 'accepted',
	});
	return kept.ok ? outcome : kept;
};
