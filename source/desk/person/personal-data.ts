import {addressKey} from '../../domain/address.ts';
import {mailboxInput} from '../../domain/clean-input.ts';
import {participants} from '../../domain/reply/recipients.ts';
import {ownAddresses} from '../../domain/reply/sender.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Core} from '../core.ts';
import type {PersonalData} from '../desk.ts';
import {checked} from '../request-input.ts';

/** Who takes part from outside: everybody but our own addresses. */
const outsiders = (ticket: Ticket, own: ReadonlySet<string>): ReadonlySet<string> =>
	new Set(
		[...participants(ticket.messages, ticket.requester)].filter(
			address => address !== '' && !own.has(address),
		),
	);

/** How an address takes part in a ticket of the desk; null when it does not. */
const partIn = ({parts: {store}}: Core, address: string) => {
	const accounts = store.accounts().map(document => document.account);
	const own = new Set(ownAddresses(accounts).map(addressKey));
	const wanted = addressKey(address);
	return async (number: string): Promise<keyof PersonalData | null> => {
		const ticket = await store.ticket(number);
		const found = ticket.ok ? outsiders(ticket.value, own) : new Set();
		if (!found.has(wanted)) return null;
		return found.size === 1 ? 'alone' : 'shared';
	};
};

/**
 * The tickets in which an address takes part. Every document is read: neither the cache nor the
 * full text may decide whether somebody's data is found.
 */
export const personalData = async (core: Core, input: unknown): Promise<Result<PersonalData>> => {
	const address = checked(mailboxInput, input);
	if (!address.ok) return address;
	const partOf = partIn(core, address.value);
	const found: Record<keyof PersonalData, string[]> = {alone: [], shared: []};
	for (const number of core.parts.store.summaries().keys()) {
		const part = await partOf(number);
		if (part !== null) found[part].push(number);
	}
	return ok({alone: found.alone.sort(), shared: found.shared.sort()});
};

/** Whether nobody else has come into one of these tickets since they were looked through. */
export const areStillAlone = async (
	core: Core,
	address: string,
	numbers: readonly string[],
): Promise<boolean> => {
	const partOf = partIn(core, address);
	for (const number of numbers) if ((await partOf(number)) !== 'alone') return false;
	return true;
};
