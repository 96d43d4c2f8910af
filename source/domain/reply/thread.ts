import type {Message} from '../message.ts';

/** References of an answer are cut to the first and the newest, as RFC 5537 §3.4.4 advises for long threads. */
const mostReferences = 50;

export type Thread = {readonly inReplyTo: string | null; readonly references: readonly string[]};

/**
 * In-Reply-To and References of an answer (RFC 5322 §3.6.4): the parent's References, or its
 * In-Reply-To when it has none, and then the parent itself. Empty for a parent without Message-ID.
 */
export const threadOf = (
	parent: Pick<Message, 'messageId' | 'inReplyTo' | 'references'> | null,
): Thread => {
	if (!parent?.messageId) return {inReplyTo: null, references: []};
	const earlier =
		parent.references.length > 0
			? parent.references
			: parent.inReplyTo === null
				? []
				: [parent.inReplyTo];
	const all = [...new Set([...earlier.filter(id => id !== parent.messageId), parent.messageId])];
	const references =
		all.length <= mostReferences
			? all
			: [...all.slice(0, 1), ...all.slice(all.length - mostReferences + 1)];
	return {inReplyTo: parent.messageId, references};
};
