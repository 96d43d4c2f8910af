import {hash} from 'node:crypto';
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

const isAuthors = new Set(authorFields);

const lineFeed = 0x0a;

/** The body (latin1) with LF alone and without the empty lines at its end, which servers add and drop. */
const normalBody = (body: Buffer): string => {
	const text = body.toString('latin1').replace(/\r\n?/gu, '\n');
	let end = text.length;
	while (end > 0 && text.charCodeAt(end - 1) === lineFeed) end--;
	return text.slice(0, end);
};

/** Fields of one name keep their order; white space and folding do not count. */
const normalFields = (header: Buffer): string => {
	const found = new Map<string, string>();
	for (const field of splitFields(header.toString('latin1'))) {
		const colon = field.indexOf(':');
		const name = field.slice(0, colon).trim().toLowerCase();
		if (!isAuthors.has(name)) continue;
		const value = field
			.slice(colon + 1)
			.replace(/\s+/gu, ' ')
			.trim();
		found.set(name, `${found.get(name) ?? ''}${name}:${value}\n`);
	}
	return authorFields.map(name => found.get(name) ?? '').join('');
};

/**
 * sha256 (hex) over the author's header fields and the body: the same mail fetched again under another
 * UID, from another folder or with other server headers has the same identity. Takes the bytes before
 * any repair, so that a better repair never makes an old mail new. A text without any field of an
 * author (a cron job's output piped in) is all "header" to a parser: then its bytes count as they are.
 */
export const identityOf = (header: Buffer, body: Buffer): string => {
	const fields = normalFields(header);
	const above = fields === '' ? header.toString('latin1') : fields;
	return hash('sha256', Buffer.from(`${above}\n${normalBody(body)}`, 'latin1'), 'hex');
};
