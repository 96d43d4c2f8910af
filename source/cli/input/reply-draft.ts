import {randomUUID} from 'node:crypto';
import type {Me} from '../../desk/desk.ts';
import {forwardDraft} from '../../domain/forward.ts';
import type {Attachment, Draft} from '../../domain/message.ts';
import {answeredMessage, type DraftParts, replyDraft} from '../../domain/reply.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {parseAddressLine, wrongAddresses} from '../../ui/compose/address-line.ts';
import {quoteWords} from '../../ui/compose/new-draft.ts';
import {type Call, isSet, textFlag} from '../command.ts';

type Recipients = Partial<Pick<Draft, 'to' | 'cc' | 'bcc'>>;

/** The recipients of `--to`, `--cc` and `--bcc`; a text that cannot be an address as a string. */
export const recipientsOf = (call: Call): Recipients | string => {
	let recipients: Recipients = {};
	for (const field of ['to', 'cc', 'bcc'] as const) {
		const lines = call.flags[field];
		if (!Array.isArray(lines) || lines.length === 0) continue;
		const addresses = parseAddressLine(lines.map(String).join(', '));
		const [wrong] = wrongAddresses(addresses);
		if (wrong !== undefined) return wrong;
		recipients = {...recipients, [field]: addresses};
	}
	return recipients;
};

/** `--from`: an account by its id, or one of its addresses; null for one that is not there. */
const senderOf = (call: Call, me: Me): Partial<Draft> | null => {
	const wish = textFlag(call, 'from')?.toLowerCase();
	if (wish === undefined) return {};
	const addressesOf = (account: Me['accounts'][number]) => [account.address, ...account.aliases];
	const account = me.accounts.find(
		one =>
			one.id.toLowerCase() === wish ||
			addressesOf(one).some(address => address.toLowerCase() === wish),
	);
	const from = account && addressesOf(account).find(address => address.toLowerCase() === wish);
	return account ? {account: account.id, from: from ?? account.address} : null;
};

const partsOf = (call: Call, me: Me): DraftParts => ({
	id: randomUUID(),
	agent: me.agent,
	now: new Date().toISOString(),
	words: quoteWords(call.say),
	accounts: me.accounts,
	defaultAccount: me.desk.defaultAccount,
	original: call.flags['original'] !== false,
});

const emptyDraft = (call: Call, ticket: Ticket, parts: DraftParts): Draft => {
	const message = answeredMessage(ticket.messages);
	if (isSet(call, 'forward') && message !== null) return forwardDraft({ticket, message}, parts);
	return replyDraft({ticket, message, kind: isSet(call, 'all') ? 'reply-all' : 'reply'}, parts);
};

/**
 * The answer as the flags and the text ask for it. The text stands above signature and quoted
 * original. Null when `--from` names no account.
 */
export const draftOf = (
	call: Call,
	{me, ticket, text}: {readonly me: Me; readonly ticket: Ticket; readonly text: string},
	extra: {readonly recipients: Recipients; readonly attachments: readonly Attachment[]},
): Draft | null => {
	const sender = senderOf(call, me);
	if (sender === null) return null;
	const draft = emptyDraft(call, ticket, partsOf(call, me));
	const subject = textFlag(call, 'subject');
	return {
		...draft,
		...sender,
		...extra.recipients,
		...(subject === null ? {} : {subject}),
		text: `${text}${draft.text}`,
		attachments: [...draft.attachments, ...extra.attachments],
	};
};
