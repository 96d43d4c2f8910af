import {cleanLine} from '../../domain/clean-input.ts';
import type {Attachment, Draft, Message} from '../../domain/message.ts';
import {bareSubject} from '../../domain/reply/mail-subject.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {DeskParts} from '../parts.ts';
import {attachmentBytes} from './attachment-bytes.ts';

/** A file of a mail that is about to be composed. */
export type SentFile = {readonly attachment: Attachment; readonly bytes: Uint8Array};

/** The mail that a draft answers, whole and as it came, when the draft asks for it. */
const originalOf = async (
	{store}: Pick<DeskParts, 'store'>,
	{draft, ticket}: {readonly draft: Draft; readonly ticket: Ticket},
): Promise<Result<SentFile | null>> => {
	const answered: Message | undefined = ticket.messages.find(({id}) => id === draft.answers);
	if (draft.original !== 'eml' || !answered || answered.raw === null) return ok(null);
	const bytes = await store.file(answered.raw);
	if (!bytes.ok) return bytes;
	const subject = cleanLine(bareSubject(answered.subject, ticket.number)).replaceAll(
		/[/\\]/gu,
		'_',
	);
	const attachment: Attachment = {
		name: `${subject.slice(0, 100) || 'mail'}.eml`,
		type: 'message/rfc822',
		size: bytes.value.length,
		sha256: answered.raw,
		inline: false,
	};
	return ok({attachment, bytes: bytes.value});
};

/**
 * The files that go out with a draft: its attachments and, when it asks for that, the original as a
 * file. Problems: `attachment-missing`, `mail-too-large` for all of them together.
 */
export const sentFiles = async (
	parts: Pick<DeskParts, 'store' | 'reader'>,
	order: {readonly draft: Draft; readonly ticket: Ticket},
): Promise<Result<readonly SentFile[]>> => {
	const most = parts.store.desk().maxMailBytes;
	const files: SentFile[] = [];
	let size = 0;
	for (const attachment of order.draft.attachments) {
		const bytes = await attachmentBytes(parts, attachment, order.ticket);
		if (!bytes.ok) return bytes;
		size += bytes.value.length;
		if (size > most) return fail('mail-too-large', {size});
		files.push({attachment, bytes: bytes.value});
	}
	const original = await originalOf(parts, order);
	if (!original.ok) return original;
	if (original.value === null) return ok(files);
	size += original.value.bytes.length;
	return size > most ? fail('mail-too-large', {size}) : ok([...files, original.value]);
};
