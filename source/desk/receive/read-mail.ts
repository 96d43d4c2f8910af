import {createHash} from 'node:crypto';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import type {Result} from '../../domain/result.ts';
import type {MailReader} from '../../mail/mail.ts';

/** A header block longer than this is cut before it is read. */
const longestHeader = 1024 * 1024;

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** The header of a raw mail: up to the first empty line, bounded. */
const headerOf = (raw: Uint8Array): Uint8Array => {
	const end = Math.min(raw.length, longestHeader);
	let afterFeed = false;
	for (let index = 0; index < end; index += 1) {
		const byte = raw[index];
		if (byte === lineFeed && afterFeed) return raw.subarray(0, index + 1);
		afterFeed = byte === lineFeed || (afterFeed && byte === carriageReturn);
	}
	return raw.subarray(0, end);
};

/** Reads a mail, of a larger one the header alone. A failure is tried once more: workers can die. */
export const readMail = async (
	reader: MailReader,
	{raw, headerOnly}: {readonly raw: Uint8Array; readonly headerOnly: boolean},
): Promise<Result<ParsedMail>> => {
	const bytes = headerOnly ? headerOf(raw) : raw;
	const first = await reader.read(bytes);
	return first.ok ? first : reader.read(bytes);
};

/**
 * The identity by which a mail is known again. Mails without Message-ID and Date look alike too
 * easily (machines send the same words every day): theirs holds the time of arrival as well.
 */
export const identityOf = (mail: ParsedMail, internalDate: string | null): string =>
	mail.messageId === null && mail.date === null && internalDate !== null
		? createHash('sha256').update(`${mail.identity} ${internalDate}`).digest('hex')
		: mail.identity;
