import {decodeText} from '../charset/charset.ts';
import {clean} from '../clean.ts';
import {type Links, noLinks} from '../html/link.ts';
import {htmlToText, maxHtml} from '../html/text.ts';
import type {Leaf} from './parse-parts.ts';
import {pgpNote, withoutClearSignature} from './pgp-text.ts';
import {readEnriched} from './read-enriched.ts';
import {unfoldFlowed} from './read-flowed.ts';

export const isHtml = (leaf: Leaf): boolean => /^text\/x?html$/u.test(leaf.type);

/** The HTML charset of the document itself, for parts without a declared one. */
const metaCharset = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/iu;

/** A text part in its charset, line ends normalised, unfolded. Not cleaned. */
export const leafText = (leaf: Leaf): string => {
	let charset = leaf.charset;
	if (charset === null && isHtml(leaf)) {
		charset = metaCharset.exec(leaf.bytes.toString('latin1', 0, 4096))?.[1] ?? null;
		// Where these letters could be read, it is not UTF-16 (HTML §13.2.3.2).
		if (charset !== null && /^utf-?16/iu.test(charset)) charset = 'utf-8';
	}
	const text = decodeText(leaf.bytes, charset);
	// Ours for where quotes begin; in a mail they are noncharacters that nobody may send.
	const own = /[\uFDD0-\uFDD3]/u.test(text) ? text.replace(/[\uFDD0-\uFDD3]/gu, '') : text;
	return leaf.flowed ? unfoldFlowed(own, leaf.deleteSpace) : own;
};

/** What is collected while the texts of a mail are read. */
export type Reader = {readonly links: Links; readonly notes: Set<string>};

/** For a look ahead that must leave no trace, or for the start. */
export const freshReader = (): Reader => ({links: noLinks(), notes: new Set()});

const readHtml = (leaf: Leaf, {links, notes}: Reader): string => {
	const html = leafText(leaf);
	if (html.length > maxHtml) notes.add('note.html-cut');
	// The marks around quotes are noncharacters: what stands between them is cleaned.
	return htmlToText(html.slice(0, maxHtml), links)
		.split(/([\uFDD0-\uFDD2])/u)
		.map((piece, at) => (at % 2 === 1 ? piece : clean(piece)))
		.join('');
};

/** Twice what is kept of a text: the rest would be cleaned, unfolded and searched for nothing. Characters. */
const maxLooked = 2_000_000;

type PlainText = {readonly text: string; readonly note: string | null; readonly isCut: boolean};

const plainText = (leaf: Leaf): PlainText => {
	const all = leafText(leaf);
	const isCut = all.length > maxLooked;
	const whole = isCut ? all.slice(0, maxLooked) : all;
	const enriched = leaf.type === 'text/enriched' || leaf.type === 'text/richtext';
	const text = clean(enriched ? readEnriched(whole.replace(/\r\n?/gu, '\n')) : whole);
	const note = text.includes('-----BEGIN PGP') ? pgpNote(text) : null;
	return {text: withoutClearSignature(text).replace(/^\n+/u, '').trimEnd(), note, isCut};
};

/** The plain one of two alternatives is looked at before it is read. */
const known = new WeakMap<Leaf, PlainText>();

const readPlain = (leaf: Leaf, {notes}: Reader): string => {
	const plain = known.get(leaf) ?? plainText(leaf);
	known.set(leaf, plain);
	if (plain.note) notes.add(plain.note);
	if (plain.isCut) notes.add('note.text-cut');
	return plain.text;
};

/** The texts one after the other, cleaned, without empty ones. */
export const readLeaves = (leaves: readonly Leaf[], reader: Reader): string =>
	leaves
		.map(leaf => (isHtml(leaf) ? readHtml(leaf, reader) : readPlain(leaf, reader)))
		.filter(text => text.trim() !== '')
		.join('\n\n');
