import type {Address} from '../../domain/address.ts';
import type {Bounce} from '../../domain/message.ts';
import {decodeText} from '../charset/charset.ts';
import {cleanAddress} from '../clean.ts';
import type {HeaderFields} from '../field/header.ts';
import {readMessageIds} from '../field/message-id.ts';
import {isMessage, type Leaf} from '../part/parse-parts.ts';
import {automaticReason} from './automatic.ts';
import {addressesIn} from './bounce-recipient.ts';
import {serverKind, tellsOfFailure} from './bounce-sender.ts';
import {readBounceText, readNamelessFailure, reasonInText} from './bounce-text.ts';
import {type Failures, namesRecipient, readDeliveryStatus} from './delivery-status.ts';
import {type NestedReport, nestedReport} from './nested-report.ts';

const isStatus = (leaf: Leaf): boolean => /^message\/(?:global-)?delivery-status$/u.test(leaf.type);
const isReturned = (leaf: Leaf): boolean =>
	/^(?:message\/(?:rfc822|global|global-headers|partial)|text\/rfc822-headers)$/u.test(leaf.type);

const messageId = /^message-id:((?:[^\n]|\n[ \t])*)/imu;
/** Gmail, Exchange and others name it in the report itself. */
const namedId = /^[ \t>]*(?:x-)?(?:original-?)?message-?id:\s*(<[^<>\s]+>)/imu;
const namedInText = /^[ \t>*]*(?:original[- ])?message[- ]?id\*?:\s*(<[^<>\s]+>)/imu;

const idIn = (text: string): string => {
	const found = messageId.exec(text);
	return readMessageIds(found ? [found[1] ?? ''] : [])[0] ?? '';
};

/** The Message-ID of the mail that bounced: in the returned mail, in a reference to it, or in the text. */
const bouncedId = (mail: BouncedMail, nested: NestedReport | null): string => {
	if (nested !== null) return idIn(nested.rest);
	for (const leaf of mail.attachments.filter(isReturned)) {
		const id = idIn(leaf.bytes.toString('latin1', 0, 64 * 1024));
		if (id !== '') return id;
	}
	for (const leaf of mail.attachments.filter(isStatus)) {
		const found = namedId.exec(leaf.bytes.toString('latin1', 0, 64 * 1024))?.[1];
		if (found) return cleanAddress(found);
	}
	const named = readMessageIds([
		...mail.fields.all('references'),
		...mail.fields.all('in-reply-to'),
	]).at(-1);
	if (named) return named;
	const header = ['x-original-message-id', 'x-cm-original-message-id'].flatMap(mail.fields.all);
	const [original] = readMessageIds(header);
	if (original) return original;
	return namedInText.exec(mail.text)?.[1] ?? '';
};

export type BouncedMail = {
	readonly fields: HeaderFields;
	readonly from: Address;
	/** Whom the report was sent to: ourselves, who cannot be the one that failed. */
	readonly to: readonly Address[];
	/** Cleaned text of the body. */
	readonly text: string;
	readonly attachments: readonly Leaf[];
};

/** Whom the mail that came back was for. */
const returnedTo = (mail: BouncedMail): readonly string[] => {
	const copy = mail.attachments.find(isReturned);
	const header = copy?.bytes.toString('latin1', 0, 64 * 1024).split(/\r?\n\r?\n/u)[0] ?? '';
	return addressesIn(/^to:((?:[^\n]|\n[ \t])*)/imu.exec(header)?.[1] ?? '');
};

const ownFailures = (mail: BouncedMail): Failures | null => {
	const part = mail.attachments.find(isStatus);
	const status = part ? decodeText(part.bytes, part.charset) : '';
	return part && namesRecipient(status)
		? readDeliveryStatus(status, address => reasonInText(address, mail.text))
		: readBounceText(mail, returnedTo(mail));
};

/** The fields of a status part in the text itself, as Amazon WorkMail writes them, with the mail that came back. */
const writtenReport = (mail: BouncedMail): Failures | null => {
	const fields = [/^reporting-mta:/imu, /^final-recipient:/imu, /^action:[ \t]*failed/imu];
	const written =
		tellsOfFailure(mail) &&
		mail.attachments.some(isReturned) &&
		fields.every(field => field.test(mail.text));
	return written ? readDeliveryStatus(mail.text, () => '') : null;
};

/**
 * What a delivery failure says: its status part (RFC 3464), else its text as the common servers write it
 * or a report in it, else a report that a gateway packed into it. Null for everything else, for delays and
 * for receipts too: those mails still count as automatic.
 */
export const readBounce = (mail: BouncedMail): Bounce | null => {
	const kind = serverKind(mail);
	// People pass such reports on with all their parts.
	const quiet = automaticReason(mail.fields, mail.from) === null && kind === null;
	const own = (quiet ? null : ownFailures(mail)) ?? writtenReport(mail);
	const packed = mail.attachments.filter(isMessage);
	const nested =
		own === null && kind !== null ? (packed.map(nestedReport).find(Boolean) ?? null) : null;
	const failures =
		own ?? (nested && readDeliveryStatus(nested.status, () => '')) ?? readNamelessFailure(mail);
	if (!failures) return null;
	const [first, ...others] = failures;
	const bounce = {...first, of: bouncedId(mail, nested)};
	return others.length === 0 ? bounce : {...bounce, others};
};
