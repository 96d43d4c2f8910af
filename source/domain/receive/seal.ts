import type {Message} from '../message.ts';
import {readNote} from './note.ts';

/**
 * `good`: signed by somebody whom the system or the key ring trusts; `untrusted`: the signature fits, its
 * owner is not vouched for; `bad`: the content was changed; `opened` and `closed`: encrypted.
 */
export type SealState =
	| 'good'
	| 'untrusted'
	| 'bad'
	| 'unknown-key'
	| 'opened'
	| 'closed'
	| 'tool-missing'
	| 'timeout';

/** What a tool found out about a signed or encrypted mail. It is shown and never kept. */
export type Seal = {
	readonly kind: 'pgp' | 'smime';
	/** `gpg` or `openssl`. */
	readonly tool: string;
	readonly state: SealState;
	readonly by: string;
	/** The text of what was inside, cleaned; null when nothing was opened. */
	readonly text: string | null;
};

/** Whether a mail says of itself that it is signed or encrypted (RFC 1847, RFC 8551, RFC 9580). */
export const isSealed = ({notes}: Pick<Message, 'notes'>): boolean =>
	notes.some(note => /^note\.(?:signed-|encrypted)/u.test(readNote(note).key));

/** The text that a seal had closed in; null where it lies open in the mail anyway. */
export const openedText = ({kind, state, text}: Seal): string | null =>
	state === 'opened' || kind === 'pgp' ? text : null;
