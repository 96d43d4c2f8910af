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

/**
 * The tickets in which an address takes part. Every document is read: neither the cache nor the
 * full text may decide whether somebody's data is found.
 */
export const personalData = async (core: Core, input: unknown): Promise<Result<PersonalData>> => {
	const address = checked(mailboxInput, input);
	if (!address.ok) return address;
	const {store} = core.parts;
	const accounts = store.accounts().map(document => document.account);
	const own = new Set(ownAddresses(accounts).map(addressKey));
	const wanted = addressKey(address.value);
	const alone: string[] = [];
	const shared: string[] = [];
	for (const number of store.summaries().keys()) {
		const ticket = await store.ticket(number);
		const found = ticket.ok ? outsiders(ticket.value, own) : new Set();
		if (found.has(wanted)) (found.size === 1 ? alone : shared).push(number);
	}
	return ok({alone: alone.sort(), shared: shared.sort()});
};
