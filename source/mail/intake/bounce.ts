import type {Address} from '../../domain/address.ts';
import type {Bounce} from '../../domain/message.ts';
import {decodeText} from '../charset.ts';
import type {Leaf} from '../parse-parts.ts';
import type {HeaderFields} from '../read-header.ts';
import {readMessageIds} from '../read-message-id.ts';
import {readBounceText} from './bounce-text.ts';
import {readDeliveryStatus} from './delivery-status.ts';

const isStatus = (leaf: Leaf): boolean => /^message\/(?:global-)?delivery-status$/u.test(leaf.type);
const isReturned = (leaf: Leaf): boolean =>
	/^(?:message\/(?:rfc822|global|global-headers|partial)|text\/rfc822-headers)$/u.test(leaf.type);

const messageId = /^message-id:((?:[^\n]|\n[ \t])*)/imu;

/** The Message-ID of the mail that bounced: in the returned mail, in a reference to it, or in the text. */
const bouncedId = (mail: BouncedMail): string => {
	for (const leaf of mail.attachments.filter(isReturned)) {
		const found = messageId.exec(leaf.bytes.toString('latin1', 0, 64 * 1024));
		const [id] = readMessageIds(found ? [found[1] ?? ''] : []);
		if (id) return id;
	}
	const named = readMessageIds([
		...mail.fields.all('references'),
		...mail.fields.all('in-reply-to'),
	]).at(-1);
	if (named) return named;
	const inText = /^[ \t>]*message-id:\s*(<[^<>\s]+>)/imu.exec(mail.text)?.[1];
	return inText ?? '';
};

export type BouncedMail = {
	readonly fields: HeaderFields;
	readonly from: Address;
	/** Cleaned text of the body. */
	readonly text: string;
	readonly attachments: readonly Leaf[];
};

/**
 * What a delivery failure says: its status part (RFC 3464), else its text as the common servers write
 * it. Null for everything else, for delays and for receipts too: those mails still count as automatic.
 */
export const readBounce = (mail: BouncedMail): Bounce | null => {
	const status = mail.attachments.find(isStatus);
	const failure = status
		? readDeliveryStatus(decodeText(status.bytes, status.charset))
		: readBounceText(mail);
	return failure && {...failure, of: bouncedId(mail)};
};
