import assert from 'node:assert/strict';
import {must, problemOf} from '../../result.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const mail = Buffer.from(
	[
		'From: Karla <karla@kunde.example>',
		'To: support@firma.example',
		'Subject: Waage',
		'Message-ID: <w1@kunde.example>',
		'Content-Type: text/html; charset=utf-8',
		'',
		'<p>Die Waage ist <b>dunkel</b>.</p>',
		'',
	].join('\r\n'),
);

export const contractFiles = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('a mail handed in becomes a ticket whose bytes can be had again', async room => {
		const anna = must(await room.as('anna'));
		const outcome = must(await anna.receive({raw: mail, account: 'support', queue: 'IT'}));
		assert.equal(outcome.result, 'new');
		const number = outcome.number ?? '';
		const ticket = must(await anna.ticket(number));
		assert.deepEqual([ticket.subject, ticket.queue], ['Waage', 'IT']);
		const message = ticket.messages[0]?.id ?? '';
		assert.deepEqual(Buffer.from(must(await anna.raw(number, message))), mail);
		assert.match(must(await anna.html(number, message)) ?? '', /<b>dunkel<\/b>/u);
		assert.equal(problemOf(await anna.raw(number, 'nothing')), 'message-missing');
		assert.equal(problemOf(await anna.attachment(number, message, 0)), 'attachment-missing');
		assert.equal(problemOf(await anna.attachment(number, message, -1)), 'input-invalid');
	});

	it('the status tells what is there, and the check finds nothing wrong', async room => {
		const chef = must(await room.as('chef'));
		must(await chef.receive({raw: mail, account: 'support', queue: null}));
		const status = must(await chef.status());
		assert.equal(status.tickets, 1);
		assert.deepEqual(status.clients, ['chef']);
		assert.deepEqual([status.outbox, status.quarantined], [0, 0]);
		assert.deepEqual(must(await chef.check(false)).findings, []);
		assert.deepEqual(must(await chef.quarantine()), []);
	});

	it('an admin ends the service, after his answer', async room => {
		const chef = must(await room.as('chef'));
		must(await chef.stop());
		await room.stopAsked;
	});
};
