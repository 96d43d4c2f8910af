import type {Attachment} from '../../domain/message.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {MailReader} from '../../mail/mail.ts';
import type {Store} from '../../store/store.ts';

type Ports = {readonly store: Store; readonly reader: MailReader};

/** The bytes inside the mail that the file came with. */
const fromMail = async (
	{store, reader}: Ports,
	attachment: Attachment,
	ticket: Ticket,
): Promise<Result<Uint8Array>> => {
	for (const {raw, attachments} of ticket.messages) {
		const index = attachments.findIndex(one => one.sha256 === attachment.sha256);
		if (raw === null || index < 0) continue;
		const mail = await store.file(raw);
		return mail.ok ? reader.attachment(mail.value, index) : mail;
	}
	return fail('attachment-missing', {name: attachment.name});
};

/** The bytes of a file of a draft: uploaded ones lie in the store, forwarded ones in the ticket's mails. */
export const attachmentBytes = async (
	ports: Ports,
	attachment: Attachment,
	ticket: Ticket,
): Promise<Result<Uint8Array>> => {
	const inTicket = await fromMail(ports, attachment, ticket);
	if (inTicket.ok) return inTicket;
	const uploaded = await ports.store.file(attachment.sha256);
	return uploaded.ok ? ok(uploaded.value) : fail('attachment-missing', {name: attachment.name});
};
