import {
	type Account,
	newAccount,
	type ServerAddress,
	type TlsMode,
} from '../../domain/account/account.ts';
import type {Discovery, FoundServer} from '../../domain/account/account-setup.ts';
import {addressKey} from '../../domain/address.ts';
import {isOn, numberValue, type Values} from '../settings/form/field.ts';

const tlsModes = ['tls', 'starttls', 'none'] as const;

/** Ways to sign in that the wizard offers. */
export const signInWays = ['password', 'microsoft365', 'google'] as const;

export type SignInChoice = (typeof signInWays)[number];

export const signInChoice = (values: Values): SignInChoice =>
	signInWays.find(way => way === values['way']) ?? 'password';

const serverOf = (values: Values, name: 'imap' | 'smtp'): ServerAddress => ({
	host: (values[`${name}Host`] ?? '').trim(),
	port: numberValue(values[`${name}Port`]),
	tls: tlsModes.find(mode => mode === values[`${name}Tls`]) ?? 'tls',
	user: (values['user'] ?? '').trim() || (values['address'] ?? '').trim(),
	allowSelfSigned: isOn(values['selfSigned']),
});

/** `support` from `Support@firma.de`, with what an id may hold. */
const idFrom = (address: string): string =>
	(address.split('@')[0] ?? '')
		.normalize('NFKD')
		.replaceAll(/[^A-Za-z0-9]+/gu, '-')
		.replaceAll(/^-+|-+$/gu, '')
		.toLowerCase()
		.slice(0, 30) || 'mail';

/** The id of the account with this address, or one that no other account has. */
const freeId = (address: string, accounts: readonly Account[]): string => {
	const same = accounts.find(account => addressKey(account.address) === addressKey(address));
	if (same !== undefined) return same.id;
	const base = idFrom(address);
	const taken = new Set(accounts.map(account => account.id));
	for (let count = 1; ; count++) {
		const id = count === 1 ? base : `${base}-${count}`;
		if (!taken.has(id)) return id;
	}
};

/**
 * The account that the second step describes. It takes no mail yet: `ticketsEnabled` is off until
 * the person has seen what the import would take.
 */
export const accountFrom = (values: Values, accounts: readonly Account[]): Account => {
	const address = (values['address'] ?? '').trim();
	const id = freeId(address, accounts);
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
				: {
						kind: 'oauth2',
						provider: way,
						clientId: (values['clientId'] ?? '').trim(),
						tenant: '',
						tokenUrl: '',
						deviceUrl: '',
						authorizationUrl: '',
						scopes: [],
					},
		folder: (values['folder'] ?? '').trim() || 'INBOX',
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
