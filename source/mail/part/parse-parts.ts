import {type Headers, MailParser} from 'mailparser';
import {splitFields} from '../repair/header.ts';
import {decodeUuencode} from './embedded-file.ts';
import {hintedName} from './hinted-name.ts';

/** A part without children, decoded from its transfer encoding but not from its charset. */
export type Leaf = {
	readonly type: string;
	readonly charset: string | null;
	readonly fileName: string | null;
	/** A name that other fields than those for names hold: it makes no file of a text. */
	readonly hintedName: string | null;
	readonly disposition: string | null;
	/** Content-ID without its brackets. */
	readonly contentId: string | null;
	/** format=flowed of RFC 3676. */
	readonly flowed: boolean;
	readonly deleteSpace: boolean;
	readonly bytes: Buffer;
};

/** A mail inside the mail (RFC 2046 §5.2.1, RFC 6532 §3.7). */
export const isMessage = ({type}: Pick<Leaf, 'type'>): boolean =>
	type === 'message/rfc822' || type === 'message/global';

export type Part = {
	/** Lower case, for example `multipart/mixed`. */
	readonly type: string;
	readonly leaf: Leaf | null;
	readonly children: readonly Part[];
};

export type Parts = {
	readonly root: Part | null;
	/** Its encoded words decoded, not cleaned; empty when the mail has none. */
	readonly subject: string;
	/** A limit of the parser was passed: what came before it is here, the rest is not. */
	readonly limit: 'parts' | 'header' | null;
};

/** mail.md §3. A mail beyond them is read as far as they go. */
export const maxParts = 1000;
const maxHeadSize = 1024 * 1024;

/**
 * What mailparser knows while it reads and does not publish. Its version is pinned, and the letters in
 * test/mail/letter fail when these change.
 */
type Inside = {
	textTypes: string[];
	readonly tree: Node | false;
};

type Node = {
	readonly contentType: string | false;
	readonly headers: Headers;
	readonly charset?: string;
	readonly node: {readonly flowed: boolean; readonly delSp: boolean};
	readonly children: readonly Node[];
};

type Found = {
	readonly type: string;
	readonly fileName: string | null;
	readonly disposition: string | null;
	readonly contentId: string | null;
	bytes: Buffer;
};

const isMultipart = (node: Node): boolean => /^multipart\//iu.test(node.contentType || '');

const uuencode = /^\s*x-?uu/iu;

/** In a digest a part without a type is a mail (RFC 2046 §5.1.5). */
const typeOf = (node: Node, parent: string): string => {
	const implied = parent === 'multipart/digest' && !node.headers.has('content-type');
	return implied ? 'message/rfc822' : node.contentType || 'text/plain';
};

/** Also a text, which needs no name. */
const isNamed = ({fileName, type, disposition}: Found): boolean =>
	fileName !== null || (disposition === null && /^text\/(?:plain|html)$/u.test(type));

/** The leaves of the tree and what the parser handed out stand in the same order. */
const treeOf = (node: Node, found: Iterator<Found, undefined>, parent: string): Part => {
	const type = typeOf(node, parent);
	if (isMultipart(node)) {
		return {type, leaf: null, children: node.children.map(child => treeOf(child, found, type))};
	}
	const next = found.next().value;
	if (!next) return {type, leaf: null, children: []};
	const encoding = node.headers.get('content-transfer-encoding');
	const encoded = typeof encoding === 'string' && uuencode.test(encoding);
	const leaf = {
		...next,
		type: type === 'message/rfc822' ? type : next.type,
		bytes: encoded ? decodeUuencode(next.bytes) : next.bytes,
		charset: node.charset ?? null,
		hintedName: isNamed(next) ? null : hintedName(name => node.headers.get(name)),
		flowed: node.node.flowed,
		deleteSpace: node.node.delSp,
	};
	return {type: leaf.type, leaf, children: []};
};

const limitOf = (error: Error): 'parts' | 'header' | null => {
	if (!('code' in error) || error.code !== 'EMAXLEN') return null;
	return error.message.includes('child nodes') ? 'parts' : 'header';
};

/** The fields that say how a mail is built, and the subject. */
const structural = /^\s*(?:content-|mime-version|subject|$)/iu;

/** mailparser also reads every address, date and list field, which takes as long as all else it does. */
const structureOf = (header: Buffer): Buffer =>
	Buffer.from(
		splitFields(header.toString('latin1'))
			.filter(field => structural.test(field))
			.join(''),
		'latin1',
	);

const subjectOf = (headers: Headers | undefined): string => {
	const subject = headers?.get('subject');
	return typeof subject === 'string' ? subject : '';
};

/**
 * Runs mailparser over a repaired mail. Its list of text types is emptied, so that every part comes
 * out as bytes: the charset, format=flowed and the HTML are ours to read, since it merges all texts
 * into one and believes every charset label. Rejects only when the parser fails for another reason
 * than its limits.
 */
export const parseParts = (header: Buffer, body: Buffer): Promise<Parts> =>
	new Promise((resolve, reject) => {
		const parser = new MailParser({
			checksumAlgo: false,
			ignoreEmbedded: true,
			keepDeliveryStatus: true,
			maxChildNodes: maxParts,
			maxHeadSize,
			skipHtmlToText: true,
			skipTextToHtml: true,
			skipTextLinks: true,
			skipImageLinks: true,
		});
		const inside = parser as unknown as Inside;
		inside.textTypes = [];
		const found: Found[] = [];
		const finish = (limit: Parts['limit']): void => {
			const root = inside.tree ? treeOf(inside.tree, found.values(), '') : null;
			resolve({root, subject: subjectOf(parser.headers || undefined), limit});
		};
		parser.on('data', item => {
			if (item.type !== 'attachment') return;
			const chunks: Buffer[] = [];
			const entry: Found = {
				// False for a field without a value, whatever its type says.
				type: (item.contentType || 'text/plain').toLowerCase(),
				fileName: item.filename ?? null,
				disposition: item.contentDisposition ?? null,
				contentId: item.cid ?? null,
				bytes: Buffer.alloc(0),
			};
			found.push(entry);
			item.content.on('data', (chunk: Buffer) => chunks.push(chunk));
			item.content.once('end', () => {
				entry.bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
				item.release?.();
			});
		});
		parser.once('error', (error: Error) => {
			const limit = limitOf(error);
			if (limit) finish(limit);
			else reject(error);
		});
		parser.once('end', () => finish(null));
		parser.write(structureOf(header));
		parser.end(body);
	});
