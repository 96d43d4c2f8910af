import type {Me} from '../../desk/desk.ts';
import type {Channel} from '../../domain/channel.ts';
import type {Draft} from '../../domain/message.ts';
import {belowCursor, signatureBlock} from '../../domain/reply/reply.ts';
import {senderAddress, sendingAccount} from '../../domain/reply/sender.ts';

/** The empty text of a new ticket: a mail with the signatures, or a note of what somebody says. */
export const firstDraft = (
	channel: Channel,
	{me, id, now}: {readonly me: Me; readonly id: string; readonly now: number},
): Draft => {
	const parts = {accounts: me.accounts, defaultAccount: me.desk.defaultAccount};
	const account = channel === 'mail' ? sendingAccount(null, parts) : null;
	const signatures = signatureBlock(me.agent.signature, account?.signature ?? '');
	return {
		id,
		agent: me.agent.login,
		kind: channel === 'mail' ? 'new' : channel,
		account: account?.id ?? '',
		from: account ? senderAddress(account, null) : '',
		to: [],
		cc: [],
		bcc: [],
		subject: '',
		text: channel === 'mail' ? belowCursor(signatures) : '',
		attachments: [],
		answers: null,
		seenMessages: 0,
		updatedAt: new Date(now).toISOString(),
	};
};
