import {createHash} from 'node:crypto';
import {splitFields} from './repair/header.ts';

/**
 * The fields an author's program writes. A list of these instead of one of those to leave out, because
 * servers keep inventing fields (Received, Delivered-To, Return-Path, Authentication-Results, X-*,
 * Status, DKIM, ARC and list headers), and a copy of the mail must keep its identity.
 */
const authorFields = [
	'from',
	'sender',
	'reply-to',
	'to',
	'cc',
	'subject',
	'date',
	'message-id',
	'in-reply-to',
	'references',
	'mime-version',
	'content-type',
	'content-transfer-encoding',
	'content-disposition',
];

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const withLineFeeds = (body: Buffer): Buffer => {
	if (!body.includes(carriageReturn)) return body;
	const out = Buffer.allocUnsafe(body.length);
	let length = 0;
	for (let at = 0; at < body.length; at++) {
		const byte = body[at] ?? 0;
		if (byte === carriageReturn && body[at + 1] === lineFeed) continue;
		out[length++] = byte === carriageReturn ? lineFeed : byte;
	}
	return out.subarray(0, length);
};

/** The body with LF alone and without the empty lines at its end, which servers add and drop. */
const normalBody = (body: Buffer): Buffer => {
	const out = withLineFeeds(body);
	let end = out.length;
	while (end > 0 && out[end - 1] === lineFeed) end--;
	return out.subarray(0, end);
};

/** Fields of one name keep their order; white space and folding do not count. */
const normalFields = (header: Buffer): string => {
	const fields = splitFields(header.toString('latin1')).map(field => {
		const colon = field.indexOf(':');
		return [field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1)] as const;
	});
	return authorFields
		.flatMap(wanted => fields.filter(([name]) => name === wanted))
		.map(([name, value]) => `${name}:${value.replace(/\s+/gu, ' ').trim()}\n`)
		.join('');
};

/**
 * sha256 (hex) over the author's header fields and the body: the same mail fetched again under another
 * UID, from another folder or with other server headers has the same identity. Takes the bytes before
 * any repair, so that a better repair never makes an old mail new. A text without any field of an
 * author (a cron job's output piped in) is all "header" to a parser: then its bytes count as they are.
 */
export const identityOf = (header: Buffer, body: Buffer): string => {
	const fields = normalFields(header);
	return createHash('sha256')
		.update(fields === '' ? header.toString('latin1') : fields, 'latin1')
		.update('\n')
		.update(normalBody(body))
		.digest('hex');
};
