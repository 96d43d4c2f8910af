import type {Condition} from './condition.ts';

/** Whom the mail was sent to: the account, To, Cc, Delivered-To. */
export const recipient: Condition = {
	field: 'recipient',
	compared: 'address',
	texts: mail => mail.recipients,
};
