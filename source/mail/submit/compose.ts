import type {Address} from '../../domain/address.ts';
import type {MailWriter, Outgoing} from '../mail.ts';

/** A header's value on one line: line ends and other controls would start a header of their own. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

const mailbox = ({name, address}: Address) => ({
	name: oneLine(name),
	address: oneLine(address).replaceAll(/\s/gu, ''),
});

/** Message-IDs keep nothing but their printable characters. */
const messageId = (id: string): string => id.replaceAll(/[^\x21-\x7e]/gu, '');

const fileName = (name: string): string => oneLine(name).replaceAll(/[/\\]/gu, '_');

/**
 * What tells other programs not to answer: RFC 3834 §5, the loop mark that older ones look for, and
 * Exchange's own word against out-of-office replies.
 */
const automaticHeaders = (mail: Outgoing) => ({
	'Auto-Submitted': 'auto-replied',
	'X-Auto-Response-Suppress': 'All',
	'X-Loop': mailbox(mail.from).address,
});

const composed = (mail: Outgoing) => ({
	from: mailbox(mail.from),
	to: mail.to.map(mailbox),
	cc: mail.cc.map(mailbox),
	subject: oneLine(mail.subject),
	messageId: messageId(mail.messageId),
	date: new Date(mail.date),
	...(mail.inReplyTo === null ? {} : {inReplyTo: messageId(mail.inReplyTo)}),
	...(mail.references.length === 0 ? {} : {references: mail.references.map(messageId)}),
	text: mail.text,
	attachments: mail.attachments.map(({name, type, bytes}) => ({
		filename: fileName(name),
		contentType: oneLine(type),
		content: Buffer.from(bytes),
	})),
	headers: mail.automatic ? automaticHeaders(mail) : {},
	newline: 'win',
	disableFileAccess: true,
	disableUrlAccess: true,
});

/**
 * Writes mails with nodemailer's composer: `text/plain` in UTF-8 without format=flowed, attachments,
 * CRLF line ends. Nothing of the machine or the program stands in the header. The composer is loaded
 * with the first mail.
 */
export const createMailWriter = (): MailWriter => ({
	compose: async mail => {
		const {default: MailComposer} = await import('nodemailer/lib/mail-composer');
		return new MailComposer(composed(mail)).compile().build();
	},
});
