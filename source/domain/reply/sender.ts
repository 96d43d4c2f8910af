import type {Account} from '../account/account.ts';
import {addressKey} from '../address.ts';
import type {Message} from '../message.ts';

/** Every address that is ours. */
export const ownAddresses = (
	accounts: ReadonlyArray<Pick<Account, 'address' | 'aliases'>>,
): readonly string[] => accounts.flatMap(account => [account.address, ...account.aliases]);

/**
 * The account an answer leaves from: the one that received the ticket when it insists
 * (`alwaysUseAsSender`), else the desk's default, else the receiving one, else the first that sends.
 */
export const sendingAccount = (
	received: string | null,
	{
		accounts,
		defaultAccount,
	}: {readonly accounts: readonly Account[]; readonly defaultAccount: string | null},
): Account | null => {
	const byId = (id: string | null) => accounts.find(account => account.id === id) ?? null;
	const receiving = byId(received);
	if (receiving?.alwaysUseAsSender) return receiving;
	return (
		byId(defaultAccount) ?? receiving ?? accounts.find(account => account.smtp !== null) ?? null
	);
};

/** Whether the receiving account insists on answering itself (Ausgehende E-Mailadresse). */
export const isSenderFixed = (
	{account, messages}: {readonly account: string | null; readonly messages: readonly Message[]},
	accounts: ReadonlyArray<Pick<Account, 'id' | 'alwaysUseAsSender'>>,
): boolean =>
	messages.length > 0 &&
	accounts.some(({id, alwaysUseAsSender}) => id === account && alwaysUseAsSender);

/** The address of the account that the customer wrote to, else its main one. */
export const senderAddress = (account: Account, answered: Message | null): string => {
	const written = new Set(
		[...(answered?.to ?? []), ...(answered?.cc ?? [])].map(one => addressKey(one.address)),
	);
	const used = [account.address, ...account.aliases].find(own => written.has(addressKey(own)));
	return used ?? account.address;
};
