import {type Address, addressKey} from '../address.ts';
import type {Message} from '../message.ts';

export type Recipients = {readonly to: readonly Address[]; readonly cc: readonly Address[]};

/** Addresses once each, without those in `except` and without empty ones. */
export const distinct = (
	addresses: readonly Address[],
	except: Iterable<string> = [],
): readonly Address[] => {
	const seen = new Set([...except].map(addressKey));
	return addresses.filter(({address}) => {
		const key = addressKey(address);
		if (key === '' || seen.has(key)) return false;
		seen.add(key);
		return true;
	});
};

/** Who an answer goes to first: Reply-To, else From; for a mail of ours, whom it went to. */
const target = (message: Message, own: readonly string[]): readonly Address[] => {
	if (message.direction === 'out') return distinct(message.to);
	const wished = distinct(message.replyTo.length > 0 ? message.replyTo : [message.from], own);
	return wished.length > 0 ? wished : distinct(message.to, own);
};

/**
 * Recipients of an answer (RFC 5322 §3.6.3). To all: also everybody in To and Cc, without our own
 * addresses and without repetitions.
 */
export const replyRecipients = (
	message: Message,
	{kind, own}: {readonly kind: 'reply' | 'reply-all'; readonly own: readonly string[]},
): Recipients => {
	const first = target(message, own);
	if (kind === 'reply') return {to: first, cc: []};
	const to = distinct([...first, ...message.to], own);
	const cc = distinct(message.cc, [...own, ...to.map(one => one.address)]);
	return {to: to.length > 0 ? to : first, cc};
};

/** Everybody who took part in a conversation, as keys to compare with. */
export const participants = (
	messages: readonly Message[],
	requester: Address,
): ReadonlySet<string> =>
	new Set(
		[
			requester,
			...messages.flatMap(message => [
				message.from,
				...message.replyTo,
				...message.to,
				...message.cc,
				...message.bcc,
			]),
		].map(one => addressKey(one.address)),
	);
