import {decodeText} from './charset.ts';
import {clean} from './clean.ts';
import {type Links, noLinks} from './html-link.ts';
import {htmlToText, maxHtml} from './html-text.ts';
import type {Leaf, Part} from './parse-parts.ts';
import {parseTnef} from './parse-tnef.ts';
import {unfoldFlowed} from './read-flowed.ts';

/** The leaves of a mail by what they are for, each in the order of the mail. */
type Sorted = {
	readonly texts: readonly Leaf[];
	/** Every HTML part, also those of which the plain twin is read. */
	readonly html: readonly Leaf[];
	readonly attachments: readonly Leaf[];
};

export type Body = {
	/** Without the list of link targets. */
	readonly text: string;
	readonly links: Links;
	readonly html: readonly Leaf[];
	readonly attachments: readonly Leaf[];
	readonly notes: readonly string[];
};

/** Longer than any mail is read; the rest stays in the raw mail. Characters. */
const maxText = 1_000_000;
/** Below this a plain text may be a mere hint that the mail is in HTML. Characters. */
const shortText = 300;

const plainTypes = new Set(['text/plain', 'text', 'plain', 'text/markdown', 'text/x-markdown']);
/** Alternatives of a text that nobody reads apart from it. */
const unreadTwins = new Set([
	'text/x-amp-html',
	'text/watch-html',
	'text/enriched',
	'text/richtext',
]);

const isHtml = (leaf: Leaf): boolean => leaf.type === 'text/html';

/** A text with a file name or the disposition `attachment` is a file. */
const isText = (leaf: Leaf): boolean =>
	(plainTypes.has(leaf.type) || isHtml(leaf)) &&
	leaf.fileName === null &&
	(leaf.disposition === null || leaf.disposition === 'inline');

const join = (sorted: readonly Sorted[]): Sorted => ({
	texts: sorted.flatMap(part => part.texts),
	html: sorted.flatMap(part => part.html),
	attachments: sorted.flatMap(part => part.attachments),
});

/** The HTML charset of the document itself, for parts without a declared one. */
const metaCharset = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/iu;

/** A text part in its charset, line ends normalised, unfolded. Not cleaned. */
export const leafText = (leaf: Leaf): string => {
	let charset = leaf.charset;
	if (charset === null && isHtml(leaf)) {
		charset = metaCharset.exec(leaf.bytes.toString('latin1', 0, 4096))?.[1] ?? null;
	}
	const text = decodeText(leaf.bytes, charset);
	return leaf.flowed ? unfoldFlowed(text, leaf.deleteSpace) : text;
};

type Reader = {readonly links: Links; readonly notes: Set<string>};

const readHtml = (leaf: Leaf, {links, notes}: Reader): string => {
	const html = leafText(leaf);
	if (html.length > maxHtml) notes.add('note.html-cut');
	return clean(htmlToText(html.slice(0, maxHtml), links));
};

const readLeaf = (leaf: Leaf, reader: Reader): string => {
	if (isHtml(leaf)) return readHtml(leaf, reader);
	return clean(leafText(leaf)).replace(/^\n+/u, '').trimEnd();
};

const readAll = (leaves: readonly Leaf[], reader: Reader): string =>
	leaves
		.map(leaf => readLeaf(leaf, reader))
		.filter(text => text.trim() !== '')
		.join('\n\n');

const draft = (): Reader => ({links: noLinks(), notes: new Set()});

/**
 * Plain text before HTML, as the sender's program offers it, unless it is empty or only says that
 * there is HTML (RFC 2046 §5.1.4 leaves the choice to us).
 */
const chooseTexts = (options: readonly Sorted[]): readonly Leaf[] => {
	const plain = options.find(option => option.texts.length > 0 && !option.texts.some(isHtml));
	const rich = options.findLast(option => option.texts.some(isHtml));
	if (!plain || !rich) return (plain ?? rich)?.texts ?? [];
	const short = readAll(plain.texts, draft());
	if (short.length >= shortText) return plain.texts;
	if (short === '') return rich.texts;
	const long = readAll(rich.texts, draft());
	return short.length * 4 < long.length && !long.includes(short.slice(0, 40))
		? rich.texts
		: plain.texts;
};

const sort = (part: Part, among: string): Sorted => {
	const {leaf} = part;
	if (leaf && isText(leaf)) {
		return {texts: [leaf], html: isHtml(leaf) ? [leaf] : [], attachments: []};
	}
	if (leaf) {
		const unread = among === 'multipart/alternative' && unreadTwins.has(leaf.type);
		return {texts: [], html: [], attachments: unread ? [] : [leaf]};
	}
	const children = part.children.map(child => sort(child, part.type));
	const joined = join(children);
	return part.type === 'multipart/alternative' ? {...joined, texts: chooseTexts(children)} : joined;
};

const isTnef = (leaf: Leaf): boolean =>
	/^application\/(?:vnd\.)?ms-tnef$/u.test(leaf.type) ||
	/^winmail\.dat$/iu.test(leaf.fileName ?? '');

/** Behind a winmail.dat stand the files in it; one without any is left with a note. */
const unpack = (leaf: Leaf, notes: Set<string>): readonly Leaf[] => {
	if (!isTnef(leaf)) return [leaf];
	const files = parseTnef(leaf.bytes) ?? [];
	if (files.length === 0) notes.add('note.winmail');
	const inside = files.map(file => ({
		...leaf,
		type: file.type?.toLowerCase() ?? 'application/octet-stream',
		fileName: file.name === '' ? null : file.name,
		disposition: 'attachment',
		contentId: null,
		bytes: file.bytes,
	}));
	return [leaf, ...inside];
};

/** What there is to read in a mail, and its files (mail.md §3). */
export const parseBody = (root: Part | null): Body => {
	const sorted = root ? sort(root, '') : join([]);
	const reader = draft();
	let text = readAll(sorted.texts, reader);
	if (text.length > maxText) {
		text = text.slice(0, maxText).toWellFormed();
		reader.notes.add('note.text-cut');
	}
	const attachments = sorted.attachments.flatMap(leaf => unpack(leaf, reader.notes));
	if (reader.links.mismatch) reader.notes.add('note.link-mismatch');
	return {
		text,
		links: reader.links,
		html: sorted.html,
		attachments,
		notes: [...reader.notes],
	};
};
