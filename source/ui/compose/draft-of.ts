import {isHandChannel} from '../../domain/channel.ts';
import type {Draft} from '../../domain/message.ts';
import {createTextBuffer, textOf} from '../../domain/text/text-buffer.ts';
import {createTextField} from '../../domain/text/text-field.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {ComposerState, HeaderField} from '../state/composer-state.ts';
import {addressLine, parseAddressLine} from './address-line.ts';

/** What is written, as the desk keeps and sends it. */
export const draftOf = (composer: ComposerState, agent: string, now: number): Draft => {
	const field = (name: HeaderField) => textOf(composer.fields[name]);
	return {
		id: composer.id,
		agent,
		kind: composer.kind,
		account: composer.account,
		from: field('from').trim(),
		to: parseAddressLine(field('to')),
		cc: parseAddressLine(field('cc')),
		bcc: parseAddressLine(field('bcc')),
		subject: field('subject'),
		text: textOf(composer.body),
		attachments: composer.attachments,
		answers: composer.answers,
		original: composer.originalAs,
		seenMessages: composer.seenMessages,
		updatedAt: new Date(now).toISOString(),
	};
};

/** Where one begins: with what is missing. */
const firstFocus = ({kind, from, to}: Draft): ComposerState['focus'] => {
	if (isHandChannel(kind)) return from === '' ? 'from' : 'body';
	return (kind === 'forward' || kind === 'new') && to.length === 0 ? 'to' : 'body';
};

/** A draft opened for writing, the cursor at its beginning. `isNew`: nothing of it is kept yet. */
export const composerOf = (
	draft: Draft,
	{ticket, isNew}: {readonly ticket: Ticket; readonly isNew: boolean},
): ComposerState => {
	// The quote begins with the line that names its author, if there is one.
	const at = draft.text.search(/^(?:.{0,200}:\n)?>/mu);
	const original = at < 0 || draft.kind === 'comment' ? '' : draft.text.slice(at);
	return {
		id: draft.id,
		number: ticket.number,
		kind: draft.kind,
		account: draft.account,
		fields: {
			to: createTextField(addressLine(draft.to)),
			cc: createTextField(addressLine(draft.cc)),
			bcc: createTextField(addressLine(draft.bcc)),
			from: createTextField(draft.from),
			subject: createTextField(draft.subject),
		},
		body: createTextBuffer(draft.text),
		focus: firstFocus(draft),
		top: 0,
		attachments: draft.attachments,
		answers: draft.answers,
		seenMessages: draft.seenMessages,
		original,
		originalAs: draft.original ?? (original === '' ? 'none' : 'quoted'),
		ticket,
		revision: 0,
		saved: isNew ? null : {revision: 0, at: Date.parse(draft.updatedAt)},
		keptLocally: false,
		reviewTop: 0,
		stage: 'write',
		status: null,
		force: false,
	};
};
