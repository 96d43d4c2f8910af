/**
 * The yardstick of the import: imapflow and simpleParser in a bare loop that keeps nothing.
 * `bare-child.ts ACCOUNT-JSON` reads every mail of the folder and reports the time.
 */
import {ImapFlow} from 'imapflow';
import {simpleParser} from 'mailparser';
import type {Account} from '../../source/domain/account/account.ts';

const account: Account = JSON.parse(process.argv[2] ?? '');
const client = new ImapFlow({
	host: account.imap?.host ?? '',
	port: account.imap?.port ?? 0,
	secure: false,
	doSTARTTLS: false,
	auth: {user: 'desk', pass: process.env['RAUTE_TEST_PASSWORD'] ?? ''},
	logger: false,
});
await client.connect();
await client.mailboxOpen(account.folder);
const started = performance.now();
const cpu = process.cpuUsage();
let mails = 0;
for await (const {source} of client.fetch('1:*', {source: true})) {
	if (!source) continue;
	await simpleParser(source);
	mails += 1;
}
const milliseconds = performance.now() - started;
const {user, system} = process.cpuUsage(cpu);
const cpuMs = (user + system) / 1000;
await client.logout();
process.send?.({mails, milliseconds, cpuMs}, () => process.disconnect());
