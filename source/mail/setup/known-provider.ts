import type {Discovery} from '../../domain/account/account-setup.ts';
import type {Door} from './greet.ts';

type Provider = {
	/** Ends of the names of its mail exchangers. */
	readonly exchangers: readonly string[];
	readonly imap: string;
	readonly smtp: string;
	readonly smtpTls: Door['tls'];
	readonly oauth: Discovery['oauth'];
};

const provider = (
	exchangers: readonly string[],
	imap: string,
	smtp: string,
	more: Partial<Provider> = {},
): Provider => ({exchangers, imap, smtp, smtpTls: 'tls', oauth: null, ...more});

/** Providers whose customers keep their own domains: their servers have other names than the domain. */
const providers: readonly Provider[] = [
	provider(
		['.mail.protection.outlook.com', '.olc.protection.outlook.com', '.mx.microsoft'],
		'outlook.office365.com',
		'smtp.office365.com',
		{smtpTls: 'starttls', oauth: 'microsoft365'},
	),
	provider(['.google.com', '.googlemail.com'], 'imap.gmail.com', 'smtp.gmail.com', {
		oauth: 'google',
	}),
	provider(['.kundenserver.de', '.ionos.com'], 'imap.ionos.de', 'smtp.ionos.de'),
	provider(['.rzone.de'], 'imap.strato.de', 'smtp.strato.de'),
	provider(['.mailbox.org'], 'imap.mailbox.org', 'smtp.mailbox.org'),
	provider(['.messagingengine.com'], 'imap.fastmail.com', 'smtp.fastmail.com'),
	provider(['.posteo.de'], 'posteo.de', 'posteo.de'),
	provider(['.gmx.net'], 'imap.gmx.net', 'mail.gmx.net'),
	provider(['.web.de'], 'imap.web.de', 'smtp.web.de'),
];

/** The provider behind the mail exchangers of a domain; null when it is none we know. */
export const knownProvider = (exchangers: readonly string[]): Provider | null =>
	providers.find(({exchangers: ends}) =>
		exchangers.some(name => ends.some(end => `.${name.toLowerCase()}`.endsWith(end))),
	) ?? null;

/** Its doors, which have to answer like all others. */
export const doorsOf = ({imap, smtp, smtpTls}: Provider): readonly Door[] => [
	{protocol: 'imap', host: imap, port: 993, tls: 'tls'},
	{protocol: 'smtp', host: smtp, port: smtpTls === 'tls' ? 465 : 587, tls: smtpTls},
];
