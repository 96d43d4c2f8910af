import {addressKey} from '../address.ts';

/** An automatic mail that we sent, as the caps count it. */
export type AutomaticRecord = {
	/** Id of the mail that it answers. */
	readonly answers: string;
	readonly ticket: string;
	readonly address: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly kind: AutomaticKind;
};

/** Who speaks: the account's auto-responder, or a rule that answers with a template. */
export type AutomaticKind = 'auto-responder' | 'rule';

const minute = 60_000;

/** Milliseconds that the counters look back. */
export const countedTime = 24 * 60 * minute;

/** Caps of mail.md §4 on sliding windows; `ticket` counts the mails of one ticket alone. */
const caps = [
	{of: 'ticket', most: 10, time: 10 * minute},
	{of: 'ticket', most: 15, time: 30 * minute},
	{of: 'ticket', most: 25, time: 60 * minute},
	{of: 'address', most: 30, time: 10 * minute},
] as const;

type Next = Pick<AutomaticRecord, 'ticket' | 'address'> & {readonly now: number};

const since = (sent: readonly AutomaticRecord[], {address, now}: Next, time: number) => {
	const key = addressKey(address);
	return sent.filter(one => addressKey(one.address) === key && one.at > now - time);
};

/** Whether one more automatic mail to the address would be above a cap. */
export const isCapped = (sent: readonly AutomaticRecord[], next: Next): boolean =>
	caps.some(({of, most, time}) => {
		const recent = since(sent, next, time);
		const counted = of === 'ticket' ? recent.filter(one => one.ticket === next.ticket) : recent;
		return counted.length >= most;
	});

/** Whether an auto-responder has answered the address within 24 hours. */
export const answeredToday = (sent: readonly AutomaticRecord[], next: Next): boolean =>
	since(sent, next, countedTime).some(one => one.kind === 'auto-responder');
