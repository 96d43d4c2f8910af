// A desk with a real mailbox and a real SMTP server, driven by the program alone.
import assert from 'node:assert/strict';
import type {TestContext} from 'node:test';
import {openRoom, type Room, type ShownTicket} from '../program/room.ts';
import {type Dovecot, startDovecot} from '../server/dovecot.ts';
import {type SinkMail, startSmtpSink} from '../server/smtp.ts';
import {until} from '../until.ts';

export const ownAddress = 'support@firma.example';

export type CustomerMail = {
	readonly subject: string;
	readonly from?: string;
	readonly to?: string;
	readonly text?: string;
	/** Further header lines. */
	readonly header?: readonly string[];
	readonly receivedAt?: Date;
	readonly folder?: string;
};

export type House = {
	readonly room: Room;
	readonly dovecot: Dovecot;
	/** Changes the account `support`, which every house has. */
	account(...flags: readonly string[]): Promise<void>;
	/** Puts a customer's mail into the mailbox. */
	deliver(mail: CustomerMail): Promise<void>;
	/** One pass of the import. */
	take(): Promise<void>;
	/** Delivers, imports and answers the ticket. */
	receive(mail: CustomerMail): Promise<ShownTicket>;
	/** The only ticket of this subject, whatever its status. */
	ticket(subject: string): Promise<ShownTicket>;
	/** Every ticket of this subject. */
	tickets(subject: string): Promise<readonly ShownTicket[]>;
	/** Waits for a mail at the SMTP server that holds this text. */
	sent(text: string): Promise<SinkMail>;
	/** The mails at the SMTP server that hold this text, now. */
	outgoing(text: string): readonly SinkMail[];
	/** Sets a ticket and answers what it is then. */
	set(number: string, ...flags: readonly string[]): Promise<ShownTicket>;
};

let count = 0;

const raw = ({
	subject,
	from,
	to = ownAddress,
	text = 'Bitte um Antwort.',
	header = [],
}: CustomerMail) => {
	count += 1;
	return [
		`From: ${from ?? `Karla Kunde <karla${count}@kunde.example>`}`,
		`To: ${to}`,
		`Subject: ${subject}`,
		`Date: ${new Date().toUTCString()}`,
		`Message-ID: <${count}.${Date.now()}@kunde.example>`,
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=utf-8',
		...header,
		'',
		text,
		'',
	].join('\r\n');
};

const everyStatus = [
	...['new', 'open', 'waiting_internal', 'waiting_customer', 'clarify', 'completed', 'trash'],
].flatMap(status => ['--status', status]);

const servers = (imapPort: number, smtpPort: number): readonly string[] => [
	...['account', 'add', 'support', '--name', 'Support', '--address', ownAddress],
	...['--imap-host', '127.0.0.1', '--imap-port', `${imapPort}`, '--imap-tls', 'tls'],
	...['--imap-user', 'desk', '--allow-self-signed'],
	...['--smtp-host', '127.0.0.1', '--smtp-port', `${smtpPort}`, '--smtp-tls', 'none'],
	...['--smtp-user', 'desk', '--password-env', 'RAUTE_TEST_PASSWORD'],
];

/** A house of its own for one chapter: it ends with the test. Answers leave without the undo window. */
export const openHouse = async (t: TestContext): Promise<House> => {
	const [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
	t.after(() => Promise.all([dovecot.dispose(), sink.close()]));
	const room = await openRoom(t, 'de');
	await room.mustRaute(servers(dovecot.ports.tls, sink.port));
	await room.mustRaute(['desk', 'set', '--undo-seconds', '0']);
	const outgoing = (text: string) => sink.mails.filter(mail => mail.raw.includes(text));
	const tickets = async (subject: string) =>
		(await room.list(...everyStatus)).filter(ticket => ticket.subject === subject);
	const house: House = {
		room,
		dovecot,
		account: async (...flags) => {
			await room.mustRaute(['account', 'set', 'support', ...flags]);
		},
		deliver: ({receivedAt, folder, ...mail}) =>
			dovecot.drop.deliver(raw(mail), {
				...(receivedAt === undefined ? {} : {receivedAt}),
				...(folder === undefined ? {} : {folder}),
			}),
		take: async () => {
			await room.mustRaute(['import', '--account', 'support']);
		},
		receive: async mail => {
			await house.deliver(mail);
			await house.take();
			return house.ticket(mail.subject);
		},
		tickets,
		ticket: async subject => {
			const [found, ...others] = await tickets(subject);
			assert.ok(found, `no ticket has the subject ${subject}`);
			assert.equal(others.length, 0, `several tickets have the subject ${subject}`);
			return room.show(found.number);
		},
		outgoing,
		sent: text => until(() => outgoing(text)[0], `a mail with ${text}`),
		set: async (number, ...flags) => {
			await room.mustRaute(['set', number, ...flags]);
			return room.show(number);
		},
	};
	return house;
};
