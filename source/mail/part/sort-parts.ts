import {takeEmbeddedFiles} from './embedded-file.ts';
import type {Leaf, Part} from './parse-parts.ts';
import {freshReader, isHtml, readLeaves} from './read-leaf.ts';

/** The leaves of a mail by what they are for, each in the order of the mail. */
export type Sorted = {
	readonly texts: readonly Leaf[];
	/** Every HTML part, also those of which the plain twin is read. */
	readonly html: readonly Leaf[];
	readonly attachments: readonly Leaf[];
};

/** Below this a plain text may be a mere hint that the mail is in HTML. Characters. */
const shortText = 300;
/** Each is compared with as many before it. */
const maxCompared = 20;

/** Texts that are files even without a name; any other kind is read as plain (RFC 2046 §4.1.4). */
const fileTexts =
	/^text\/(?:calendar|csv|tab-separated-values|(?:x-)?vcard|directory|xml|css|javascript|rtf|rfc822-headers)$/u;
const textPlaces = new Set([null, 'inline', 'form-data']);
const otherMarkup = new Set(['text/x-amp-html', 'text/watch-html']);
/** Alternatives of a text that nobody reads apart from it. */
const unreadTwins = new Set([...otherMarkup, 'text/enriched', 'text/richtext']);

/**
 * A text with a file name is a file, and one with the disposition `attachment` where there is something
 * beside it. What is no type at all is text (RFC 2045 §5.2).
 */
const isText = (leaf: Leaf, among: string): boolean =>
	(among === '' || textPlaces.has(leaf.disposition)) &&
	(leaf.type.startsWith('text/') || !leaf.type.includes('/')) &&
	!fileTexts.test(leaf.type) &&
	!otherMarkup.has(leaf.type) &&
	leaf.fileName === null;

const join = (sorted: readonly Sorted[]): Sorted => ({
	texts: sorted.flatMap(part => part.texts),
	html: sorted.flatMap(part => part.html),
	attachments: sorted.flatMap(part => part.attachments),
});

const markup = /^\s*<(?:!doctype|html|head|body|div|p|table|span)\b/iu;

/**
 * The first option without HTML. Some programs put texts that say different things side by side as if they
 * were the same: then all that are plain text count, but for repetitions and pages under a wrong label.
 */
const plainTexts = (options: readonly Sorted[]): readonly Leaf[] => {
	const plain = options.filter(({texts}) => texts.length > 0 && !texts.some(isHtml));
	const several = plain.filter(({texts}) => texts.every(({type}) => type === 'text/plain'));
	if (several.length < 2) return plain[0]?.texts ?? [];
	const kept: {readonly texts: readonly Leaf[]; readonly words: string}[] = [];
	for (const {texts} of several) {
		const text = readLeaves(texts, freshReader());
		const words = squeezed(text);
		const isNew =
			!markup.test(text) && !kept.slice(-maxCompared).some(other => other.words.includes(words));
		if (kept.length === 0 || isNew) kept.push({texts, words});
	}
	return kept.flatMap(({texts}) => texts);
};

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

/**
 * Plain text before HTML, as the sender's program offers it, unless it is empty or only says that
 * there is HTML (RFC 2046 §5.1.4 leaves the choice to us).
 */
const chooseTexts = (options: readonly Sorted[]): readonly Leaf[] => {
	const plain = plainTexts(options);
	const rich = options.findLast(option => option.texts.some(isHtml))?.texts;
	if (plain.length === 0 || !rich) return rich ?? plain;
	const short = readLeaves(plain, freshReader());
	if (short.length >= shortText) return plain;
	if (short === '') return rich;
	const long = readLeaves(rich, freshReader());
	const isRepeated = squeezed(long).includes(squeezed(short).slice(0, 40));
	return short.length * 4 < long.length && !isRepeated ? rich : plain;
};

const sortText = (leaf: Leaf): Sorted => {
	if (isHtml(leaf)) return {texts: [leaf], html: [leaf], attachments: []};
	const {rest, files} = takeEmbeddedFiles(leaf.bytes);
	const attachments = files.map(({name, bytes}) => ({
		...leaf,
		type: 'application/octet-stream',
		fileName: name,
		hintedName: null,
		disposition: 'attachment',
		contentId: null,
		bytes,
	}));
	return {texts: [files.length === 0 ? leaf : {...leaf, bytes: rest}], html: [], attachments};
};

/** Twins of a text, and the Macintosh half of a file (RFC 1740), are nothing apart from the other half. */
const isUnread = (leaf: Leaf, among: string): boolean =>
	(among === 'multipart/alternative' && unreadTwins.has(leaf.type)) ||
	(among === 'multipart/appledouble' && leaf.type === 'application/applefile');

const sort = (part: Part, among: string): Sorted => {
	const {leaf} = part;
	if (leaf && isUnread(leaf, among)) return join([]);
	if (leaf && isText(leaf, among)) return sortText(leaf);
	if (leaf) return {texts: [], html: [], attachments: [leaf]};
	const children = part.children.map(child => sort(child, part.type));
	if (part.type !== 'multipart/alternative') return join(children);
	if (children.some(({texts}) => texts.length > 0)) {
		return {...join(children), texts: chooseTexts(children)};
	}
	// Twins without the text that they repeat.
	return join(
		part.children.map((child, at) =>
			child.leaf ? sort(child, 'multipart/mixed') : (children[at] ?? join([])),
		),
	);
};

/** What there is to read in a mail, and its files. */
export const sortParts = (root: Part | null): Sorted => (root ? sort(root, '') : join([]));
