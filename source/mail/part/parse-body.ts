import {writeNote} from '../../domain/receive/note.ts';
import {decodeText} from '../charset/charset.ts';
import {clean} from '../clean.ts';
import type {Links} from '../html/link.ts';
import type {Leaf, Part} from './parse-parts.ts';
import {parseTnef, tnefText} from './parse-tnef.ts';
import {calendarText, type Invitation, readCalendar} from './read-calendar.ts';
import {freshReader, readLeaves} from './read-leaf.ts';
import {sortParts} from './sort-parts.ts';

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

const isTnef = (leaf: Leaf): boolean =>
	/^application\/(?:vnd\.)?ms-tnef$/u.test(leaf.type) ||
	/^winmail\.dat$/iu.test(leaf.fileName ?? '');

/** Behind a winmail.dat stand the files in it; one without any is left with a note. */
const unpack = (leaf: Leaf, notes: Set<string>): readonly Leaf[] => {
	if (!isTnef(leaf)) return [leaf];
	const files = parseTnef(leaf.bytes) ?? [];
	if (files.length === 0 && tnefText(leaf.bytes) === '') notes.add('note.winmail');
	const inside = files.map(file => ({
		...leaf,
		type: file.type?.toLowerCase() ?? 'application/octet-stream',
		fileName: file.name === '' ? null : file.name,
		hintedName: null,
		disposition: 'attachment',
		contentId: null,
		bytes: file.bytes,
	}));
	return [leaf, ...inside];
};

/** What somebody wrote whose Outlook sent nothing but a winmail.dat. */
const packedText = (leaves: readonly Leaf[]): string => {
	const text =
		leaves
			.filter(isTnef)
			.map(leaf => tnefText(leaf.bytes))
			.find(Boolean) ?? '';
	return clean(text.slice(0, maxText)).trim();
};

const methods: Readonly<Record<string, string>> = {
	REQUEST: 'note.invitation',
	CANCEL: 'note.invitation-cancelled',
	REPLY: 'note.invitation-reply',
	COUNTER: 'note.invitation-reply',
};

const invitationIn = (leaves: readonly Leaf[]): Invitation | null => {
	const calendar = leaves.find(leaf => leaf.type === 'text/calendar');
	return calendar ? readCalendar(decodeText(calendar.bytes, calendar.charset)) : null;
};

const fixedNotes: Readonly<Record<string, string>> = {
	'message/partial': 'note.partial',
	'message/external-body': 'note.external-body',
};

/** What there is to read in a mail, and its files (mail.md §3). */
export const parseBody = (root: Part | null): Body => {
	const sorted = sortParts(root);
	const reader = freshReader();
	const {notes} = reader;
	let text = readLeaves(sorted.texts, reader);
	if (text.length > maxText) {
		text = text.slice(0, maxText).toWellFormed();
		notes.add('note.text-cut');
	}
	const attachments = sorted.attachments.flatMap(leaf => unpack(leaf, notes));
	if (reader.links.mismatch) notes.add('note.link-mismatch');
	if (reader.links.lookalike) notes.add('note.link-lookalike');
	for (const leaf of attachments) {
		const note = fixedNotes[leaf.type];
		if (note) notes.add(note);
	}
	const invitation = invitationIn(attachments);
	const method = invitation && methods[invitation.method];
	if (method) notes.add(writeNote(method, {what: invitation.what, when: invitation.when}));
	if (text.trim() === '') {
		text = invitation ? calendarText(invitation) : packedText(sorted.attachments);
	}
	return {text, links: reader.links, html: sorted.html, attachments, notes: [...notes]};
};
