import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {openRoom, type Room} from '../program/room.ts';
import {startDovecot} from '../server/dovecot.ts';
import {postfixMissing, startPostfix} from '../server/postfix.ts';

const asked = [
	'From: Karla Kunde <karla@kunde.example>',
	'To: Support <support@firma.example>',
	'Subject: Rechnung 117 stimmt nicht',
	`Date: ${new Date().toUTCString()}`,
	'Message-ID: <rechnung-117@kunde.example>',
	'Content-Type: text/plain; charset=utf-8',
	'',
	'Die Waage steht doppelt darauf.',
	'',
].join('\r\n');

const untilBounced = async (room: Room, number: string, log: () => Promise<string>) => {
	const end = performance.now() + 40_000;
	for (;;) {
		const ticket = await room.show(number);
		if (ticket.messages.some(({state}) => state === 'failed')) return ticket;
		if (performance.now() > end) assert.fail(`no bounce came: ${await log()}`);
		await sleep(200);
	}
};

test('a bounce written by a real Postfix fails the answer, and the ticket is new again', {
	timeout: 120_000,
	skip: postfixMissing() ?? false,
}, async t => {
	const dovecot = await startDovecot();
	const mailbox = {address: 'support@firma.example', path: dovecot.drop.path};
	const postfix = await startPostfix(mailbox);
	t.after(() => Promise.all([dovecot.dispose(), postfix.dispose()]));
	const room = await openRoom(t, 'de');
	await dovecot.drop.deliver(asked);
	await room.mustRaute([
		...['account', 'add', 'support', '--name', 'Support', '--address', mailbox.address],
		...['--imap-host', '127.0.0.1', '--imap-port', `${dovecot.ports.tls}`, '--imap-tls', 'tls'],
		...['--imap-user', 'desk', '--allow-self-signed', '--smtp-user', ''],
		...['--smtp-host', '127.0.0.1', '--smtp-port', `${postfix.port}`, '--smtp-tls', 'none'],
		...['--password-env', 'RAUTE_TEST_PASSWORD', '--auto-responder', 'on'],
		...['--auto-subject', 'Eingang bestätigt #{TICKET}', '--auto-text', 'Wir melden uns.'],
	]);
	await room.mustRaute(['import', '--account', 'support']);
	const [ticket] = await room.list();
	assert.ok(ticket);
	await room.mustRaute(['reply', ticket.number], 'Die Waage wird gutgeschrieben.\n');

	const bounced = await untilBounced(room, ticket.number, postfix.log);
	assert.equal(bounced.status, 'new');
	const report = bounced.messages.find(({bounce}) => bounce !== null);
	const failed = bounced.messages.filter(({state}) => state === 'failed');
	assert.equal(report?.bounce?.status, '5.1.1');
	assert.equal(report?.bounce?.permanent, true);
	assert.equal(report?.bounce?.address, 'karla@kunde.example');
	assert.ok(failed.some(({messageId}) => messageId === report?.bounce?.of));
	assert.equal(
		(await room.list('--status', 'new')).length,
		1,
		'the bounce made a ticket of its own',
	);
	const log = await postfix.log();
	assert.doesNotMatch(log, /from=<[^>]+>.*to=<MAILER-DAEMON/iu);
});
