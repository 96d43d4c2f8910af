import type {Account} from '../account/account.ts';
import {addressKey} from '../address.ts';
import type {Message} from '../message.ts';
import type {Ticket} from '../ticket.ts';
import {readNote, writeNote} from './note.ts';
import type {Authentication, ParsedMail} from './parsed-mail.ts';
import {siteOf} from './site.ts';

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Providers whose mailboxes and whose verdicts bear different names. */
const sameHouse: Readonly<Record<string, string>> = {
	'gmail.com': 'google.com',
	'googlemail.com': 'google.com',
	'me.com': 'icloud.com',
	'mac.com': 'icloud.com',
	'outlook.com': 'office365.com',
	'hotmail.com': 'office365.com',
	'web.de': 'gmx.net',
	'gmx.de': 'gmx.net',
};

const houseOf = (host: string): string => {
	const site = siteOf(host);
	return sameHouse[site] ?? site;
};

/** Exchange Online leaves the name of its server out. */
const nameless = 'office365.com';

type Own = Pick<Account, 'address' | 'imap'>;

const ownHouses = (account: Own | null, deliveredTo: readonly string[]): ReadonlySet<string> => {
	const hosts = account
		? [account.imap?.host ?? '', domainOf(account.address)]
		: deliveredTo.slice(0, 1).map(domainOf);
	return new Set(hosts.filter(host => host.includes('.')).map(houseOf));
};

/**
 * Whether a verdict was written by the server that keeps the account's mail (RFC 8601 §5). Anybody can
 * write such a field into a mail; only the name of the own server makes it one.
 */
export const isOwnVerdict = (
	{server}: Authentication,
	{account, deliveredTo}: {readonly account: Own | null; readonly deliveredTo: readonly string[]},
): boolean => {
	const houses = ownHouses(account, deliveredTo);
	return houses.has(server === '' ? nameless : houseOf(server));
};

const passed = ({dkim, spf, dmarc}: Authentication): boolean =>
	dmarc === 'pass' || (dmarc === '' && dkim === 'pass' && spf !== 'fail');

const failed = ({dkim, spf, dmarc}: Authentication): boolean =>
	dmarc === 'fail' || (dmarc === '' && (dkim === 'fail' || /^(?:hard|soft)?fail$/u.test(spf)));

/** What the own server found out about the sender, as a note; none without its verdict. */
export const authenticityNotes = (
	mail: Pick<ParsedMail, 'authentication' | 'deliveredTo'>,
	account: Own | null,
): readonly string[] => {
	const {authentication = null, deliveredTo} = mail;
	if (!authentication || !isOwnVerdict(authentication, {account, deliveredTo})) return [];
	const key = failed(authentication)
		? 'note.sender-doubtful'
		: passed(authentication)
			? 'note.sender-verified'
			: 'note.sender-unverified';
	return [writeNote(key, {...authentication})];
};

/** A person who takes no part in the ticket yet, as a note. */
export const newSenderNotes = (
	ticket: Pick<Ticket, 'messages' | 'requester'>,
	mail: Pick<ParsedMail, 'from' | 'automatic' | 'bounce'>,
): readonly string[] => {
	if (mail.automatic !== null || mail.bounce !== null || mail.from.address === '') return [];
	const known = ticket.messages.flatMap(({from, to, cc, replyTo}) => [
		from,
		...to,
		...cc,
		...replyTo,
	]);
	const sender = addressKey(mail.from.address);
	const takesPart = [ticket.requester, ...known].some(
		({address}) => addressKey(address) === sender,
	);
	return takesPart ? [] : [writeNote('note.new-sender', {address: mail.from.address})];
};

const verdictKeys = /^note\.sender-(?:verified|unverified|doubtful)$/u;

/** The verdict that a message carries, null when the own server gave none. */
export const verdictOf = (message: Pick<Message, 'notes'>): Authentication | null => {
	const note = message.notes.map(readNote).find(({key}) => verdictKeys.test(key));
	if (!note) return null;
	const {server = '', dkim = '', spf = '', dmarc = ''} = note.values;
	return {server, dkim, spf, dmarc};
};
