import {randomUUID} from 'node:crypto';
import type {Me} from '../../desk/desk.ts';
import type {Account} from '../../domain/account/account.ts';
import {addressKey} from '../../domain/address.ts';
import type {Template} from '../../domain/desk-document.ts';
import type {Attachment, Draft} from '../../domain/message.ts';
import {filledFor, withoutSecondClosing} from '../../domain/reply/fill-draft.ts';
import {forwardDraft} from '../../domain/reply/forward.ts';
import {answeredMessage, type DraftParts, replyDraft} from '../../domain/reply/reply.ts';
import {ownAddresses} from '../../domain/reply/sender.ts';
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
export const senderOf = (call: Call, me: Me): Partial<Draft> | null => {
	const wish = textFlag(call, 'from')?.toLowerCase();
	if (wish === undefined) return {};
	const account = me.accounts.find(
		one =>
			one.id.toLowerCase() === wish ||
			ownAddresses([one]).some(address => addressKey(address) === wish),
	);
	const from = account && ownAddresses([account]).find(address => addressKey(address) === wish);
	return account ? {account: account.id, from: from ?? account.address} : null;
};

const partsOf = (call: Call, me: Me): DraftParts => ({
	id: randomUUID(),
	agent: me.agent,
	now: new Date().toISOString(),
	words: quoteWords(call.say),
	accounts: me.accounts,
	defaultAccount: me.desk.defaultAccount,
	original: call.flags['original'] !== false && !isSet(call, 'originalEml'),
});

const emptyDraft = (call: Call, ticket: Ticket, parts: DraftParts): Draft => {
	const message = answeredMessage(ticket.messages);
	if (isSet(call, 'forward') && message !== null) return forwardDraft({ticket, message}, parts);
	return replyDraft({ticket, message, kind: isSet(call, 'all') ? 'reply-all' : 'reply'}, parts);
};

/** The words of the agent: a template with its variables filled, then what he wrote himself. */
const wordsOf = (
	{me, ticket, text, template}: Content,
	account: Account | null,
): {readonly words: string; readonly finish: (whole: string) => string} => {
	if (template === null) return {words: text, finish: whole => whole};
	const parts = {ticket, agent: me.agent, account};
	const filled = filledFor(template.text, parts).text;
	return {
		words: [filled, text].filter(part => part !== '').join('\n\n'),
		finish: whole => withoutSecondClosing(whole, template.text, parts),
	};
};

type Content = {
	readonly me: Me;
	readonly ticket: Ticket;
	readonly text: string;
	readonly template: Template | null;
};

/**
 * The answer as the flags, the template and the text ask for it. They stand above signature and
 * quoted original. Null when `--from` names no account.
 */
export const draftOf = (
	call: Call,
	content: Content,
	extra: {readonly recipients: Recipients; readonly attachments: readonly Attachment[]},
): Draft | null => {
	const {me, ticket} = content;
	const sender = senderOf(call, me);
	if (sender === null) return null;
	const draft = emptyDraft(call, ticket, partsOf(call, me));
	const leaving = sender.account ?? draft.account;
	const {words, finish} = wordsOf(content, me.accounts.find(({id}) => id === leaving) ?? null);
	const subject = textFlag(call, 'subject');
	return {
		...draft,
		...sender,
		...extra.recipients,
		...(isSet(call, 'originalEml') ? {original: 'eml' as const} : {}),
		...(subject === null ? {} : {subject}),
		text: finish(`${words}${draft.text}`),
		attachments: [...draft.attachments, ...extra.attachments],
	};
};
