import {
	type Account,
	newAccount,
	newOAuth,
	type ServerAddress,
	type TlsMode,
	tlsModes,
} from '../../domain/account/account.ts';
import type {Discovery, FoundServer} from '../../domain/account/account-setup.ts';
import {addressKey} from '../../domain/address.ts';
import {freeId} from '../../domain/settings/free-id.ts';
import {isOn, numberValue, textValue, type Values} from '../settings/form/field.ts';

/** Ways to sign in that the wizard offers. */
export const signInWays = ['password', 'microsoft365', 'google'] as const;

export type SignInChoice = (typeof signInWays)[number];

export const signInChoice = (values: Values): SignInChoice =>
	signInWays.find(way => way === values['way']) ?? 'password';

const serverOf = (values: Values, name: 'imap' | 'smtp'): ServerAddress => ({
	host: textValue(values[`${name}Host`]),
	port: numberValue(values[`${name}Port`]),
	tls: tlsModes.find(mode => mode === values[`${name}Tls`]) ?? 'tls',
	user: textValue(values['user']) || textValue(values['address']),
	allowSelfSigned: isOn(values['selfSigned']),
});

/** So that an id with its count stays within the 40 characters that an id may have. */
const longestName = 30;

/** The id of the account with this address, or one made of it: `support` for `Support@firma.de`. */
const idFor = (address: string, accounts: readonly Account[]): string => {
	const same = accounts.find(account => addressKey(account.address) === addressKey(address));
	const [name = ''] = address.split('@');
	return same?.id ?? freeId(name.slice(0, longestName), {items: accounts, instead: 'mail'});
};

/**
 * The account that the second step describes. It takes no mail yet: `ticketsEnabled` is off until
 * the person has seen what the import would take.
 */
export const accountFrom = (values: Values, accounts: readonly Account[]): Account => {
	const address = textValue(values['address']);
	const id = idFor(address, accounts);
	const way = signInChoice(values);
	const before = accounts.find(account => account.id === id) ?? newAccount(id);
	return {
		...before,
		name: before.name || address,
		address,
		imap: serverOf(values, 'imap'),
		smtp: serverOf(values, 'smtp'),
		password:
			way === 'password'
				? {kind: 'secrets-file'}
				: {...newOAuth(way), clientId: textValue(values['clientId'])},
		folder: textValue(values['folder']) || 'INBOX',
		ticketsEnabled: false,
	};
};

const found = (name: 'imap' | 'smtp', server: FoundServer | null): Values =>
	server === null
		? {}
		: {
				[`${name}Host`]: server.host,
				[`${name}Port`]: String(server.port),
				[`${name}Tls`]: server.tls satisfies TlsMode,
			};

/** What an address told of its servers, for the fields that nobody has filled yet. */
export const valuesFrom = ({imap, smtp, oauth}: Discovery, typed: Values): Values => ({
	...(typed['imapHost'] === '' ? found('imap', imap) : {}),
	...(typed['smtpHost'] === '' ? found('smtp', smtp) : {}),
	...(oauth !== null && typed['way'] === 'password' && typed['password'] === ''
		? {way: oauth}
		: {}),
});
