import {domainToASCII} from 'node:url';
import type {Address} from '../domain/address.ts';
import {writeNote} from '../domain/receive/note.ts';
import type {ParsedMail} from '../domain/receive/parsed-mail.ts';
import {siteOf} from '../domain/receive/site.ts';
import {cleanAddress, cleanLine, cutLine} from './clean.ts';
import {readAddresses, readAuthor, usableAddresses} from './field/address.ts';
import {readAuthentication} from './field/authentication.ts';
import {readDate} from './field/date.ts';
import {type HeaderFields, readHeader} from './field/header.ts';
import {readMessageIds} from './field/message-id.ts';
import {listLinks} from './html/link.ts';
import {isLookalike} from './html/lookalike.ts';
import {identityOf} from './identity.ts';
import {automaticReason} from './intake/automatic.ts';
import {readBounce} from './intake/bounce.ts';
import {openSigned} from './part/open-signed.ts';
import {parseAttachments} from './part/parse-attachment.ts';
import {type Body, parseBody} from './part/parse-body.ts';
import {maxParts, type Part, type Parts, parseParts} from './part/parse-parts.ts';
import {leafText} from './part/read-leaf.ts';
import {newestText, withoutMarks} from './quote/quote.ts';
import {repairMail, type SplitMail, splitMail, withoutText} from './repair/repair.ts';
import {asOneText, firstParts} from './repair/structure.ts';

/** mail.md §3: a larger mail becomes a ticket with its header alone. */
const defaultMaxBytes = 25 * 1024 * 1024;

/** Longer than any list shows. UTF-16 units. */
const maxSubject = 1000;

type Opened = {
	readonly split: SplitMail;
	/** Repaired. */
	readonly header: Buffer;
	readonly parts: Parts;
	readonly body: Body;
	readonly notes: readonly string[];
};

/** Whether there is more than delimiters and empty lines. */
const hasText = (body: Buffer): boolean =>
	/^(?!--)\S/mu.test(body.toString('latin1', 0, 64 * 1024)) || body.length > 64 * 1024;

/** Repairs, takes apart and sorts. The same bytes always give the same parts in the same order. */
const openMail = async (raw: Buffer, maxBytes: number): Promise<Opened> => {
	const whole = splitMail(raw);
	const tooLarge = raw.length > maxBytes;
	const split = tooLarge ? {header: whole.header, body: Buffer.alloc(0)} : whole;
	const repaired = repairMail(withoutText(split));
	const notes: string[] = [];
	if (tooLarge) notes.push('note.too-large');
	if (repaired.headerCut) notes.push('note.header-cut');
	let {header} = repaired;
	let parts = await parseParts(header, repaired.body);
	// The parser stops where it counts one part too many, and with it goes what it had not yet handed out.
	const tooMany = parts.limit === 'parts';
	if (tooMany) parts = await parseParts(header, firstParts(repaired.body, maxParts - 100));
	const lost = !tooLarge && parts.limit === null && parts.root?.leaf === null;
	if (lost && parts.root?.children.length === 0 && hasText(repaired.body)) {
		// A multipart whose delimiters never come: what was sent is still there as text.
		header = asOneText(header, repaired.body);
		parts = await parseParts(header, repaired.body);
		notes.push('note.structure-broken');
	}
	if (tooMany) notes.push('note.too-many-parts');
	if (parts.limit === 'header' && !repaired.headerCut) notes.push('note.header-cut');
	const opened = await openSigned(parts.root);
	const body = parseBody(opened.root);
	return {split, header, parts, body, notes: [...notes, ...opened.notes, ...body.notes]};
};

const withLinks = (text: string, body: Body): string => {
	const list = listLinks(text, body.links);
	return list === '' ? text : `${text}\n\n${list}`;
};

/** RFC 1847: the signature is the second part. */
const signatureNote = (children: readonly Part[]): string =>
	children.some(({type}) => /pkcs7-signature$/u.test(type))
		? 'note.signed-smime'
		: 'note.signed-pgp';

/** An answer that goes to another house than the mail came from. */
const replyNote = (from: Address, replyTo: readonly Address[]): string | null => {
	const domainOf = ({address}: Address): string =>
		siteOf(address.slice(address.lastIndexOf('@') + 1));
	const elsewhere = replyTo.find(to => domainOf(to) !== domainOf(from));
	return elsewhere && from.address !== ''
		? writeNote('note.reply-to-elsewhere', {address: elsewhere.address})
		: null;
};

/** A sender whose domain is written with letters that only look like others. */
const lookalikeNotes = ({address}: Address): string[] => {
	// Nearly all addresses are ASCII, and asking costs as much as reading a field.
	if (!/xn--|[^\u0000-\u007F]/u.test(address)) return [];
	const domain = domainToASCII(address.slice(address.lastIndexOf('@') + 1));
	return isLookalike(domain) ? [writeNote('note.sender-lookalike', {domain})] : [];
};

const contentNotes = (
	opened: Opened,
	{
		fields,
		from,
		replyTo,
	}: {
		readonly fields: HeaderFields;
		readonly from: Address;
		readonly replyTo: readonly Address[];
	},
): string[] => {
	const reply = replyNote(from, replyTo);
	const notes = [...lookalikeNotes(from), ...(reply === null ? [] : [reply])];
	const type = opened.parts.root?.type ?? '';
	if (fields.all('from').length > 1) notes.push('note.two-senders');
	if (type === 'multipart/encrypted') notes.push('note.encrypted');
	if (type === 'multipart/signed') notes.push(signatureNote(opened.parts.root?.children ?? []));
	return notes;
};

/** Addresses as the own server wrote them while it delivered the mail. */
const deliveredTo = (fields: HeaderFields): readonly string[] => {
	const values = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap(name =>
		usableAddresses(fields.all(name)).map(({address}) => cleanAddress(address)),
	);
	return [...new Set(values)].slice(0, 100);
};

/** Reads a raw mail. Rejects only where the parser itself fails; limits become notes. */
export const parseMail = async (
	raw: Buffer,
	options: {readonly maxBytes: number | null} = {maxBytes: null},
): Promise<ParsedMail> => {
	const opened = await openMail(raw, options.maxBytes ?? defaultMaxBytes);
	const {parts, body, split} = opened;
	const fields = readHeader(opened.header, parts.subject);
	const subject = cutLine(cleanLine(parts.subject), maxSubject);
	const text = withoutMarks(body.text);
	const from = readAuthor(fields.all('from'));
	const to = readAddresses(fields.all('to'));
	const replyTo = usableAddresses(fields.all('reply-to'));
	const bounce = readBounce({fields, from, to, text, attachments: body.attachments});
	return {
		messageId: readMessageIds(fields.all('message-id'))[0] ?? null,
		inReplyTo: readMessageIds(fields.all('in-reply-to'))[0] ?? null,
		references: readMessageIds(fields.all('references')),
		from,
		sender: usableAddresses(fields.all('sender'))[0] ?? null,
		replyTo,
		to,
		cc: readAddresses(fields.all('cc')),
		deliveredTo: deliveredTo(fields),
		subject,
		date: readDate(fields.first('date')),
		text: withLinks(text, body),
		// A notice of failure quotes servers, not people.
		replyText: withLinks(
			bounce === null ? newestText(body.text, {subject, author: from}) : text,
			body,
		),
		hasHtml: body.html.length > 0,
		attachments: await parseAttachments(body.attachments, () => body.html.map(leafText).join('\n')),
		automatic: automaticReason(fields, from) ?? (bounce === null ? null : 'report'),
		authentication: readAuthentication(fields.all('authentication-results')),
		bounce,
		notes: [...new Set([...opened.notes, ...contentNotes(opened, {fields, from, replyTo})])],
		identity: identityOf(split.header, split.body),
	};
};

/** The decoded bytes of the file at this place in `attachments`, null when there is none. */
export const attachmentBytes = async (raw: Buffer, index: number): Promise<Buffer | null> => {
	const {body} = await openMail(raw, Number.POSITIVE_INFINITY);
	return body.attachments[index]?.bytes ?? null;
};

/** The HTML as the sender wrote it, several parts one after the other; null when there is none. */
export const originalHtml = async (raw: Buffer): Promise<string | null> => {
	const {body} = await openMail(raw, Number.POSITIVE_INFINITY);
	return body.html.length === 0 ? null : body.html.map(leafText).join('\n');
};
