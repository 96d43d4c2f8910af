import assert from 'node:assert/strict';
import type {Desk, SendRequest} from '../../../source/desk/desk.ts';
import {ok} from '../../../source/domain/result.ts';
import {aDraft, aMessage, person} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {putTicket, type Room} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const request = (number: string, part: Partial<SendRequest> = {}): SendRequest => ({
	id: 'send1',
	number,
	draft: aDraft(),
	status: null,
	force: false,
	...part,
});

const rawText = async (desk: Desk, number: string, message: string): Promise<string> =>
	Buffer.from(must(await desk.raw(number, message))).toString('utf8');

/** A mail that comes in, as the importer would add it. */
const customerWrites = async (room: Room, number: string): Promise<void> => {
	must(
		await room.store.change(number, ticket =>
			ok({...ticket, messages: [...ticket.messages, aMessage({id: 'm2'})]}),
		),
	);
};

export const contractSend = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('an answer waits in the outbox, threaded and numbered, and the ticket waits for the customer', async room => {
		const number = await putTicket(room.store, {drafts: [aDraft()]});
		const anna = must(await room.as('anna'));
		const draft = aDraft({subject: 'Re: Passwort', bcc: [person('still@example.de')]});
		const sent = must(await anna.send(request(number, {draft})));
		assert.equal(sent.notBefore, '2026-11-23T10:00:10.000Z');
		const ticket = must(await anna.ticket(number));
		const message = ticket.messages.at(-1);
		assert.deepEqual([message?.direction, message?.state], ['out', 'queued']);
		assert.equal(message?.subject, `Re: Passwort [#${number}]`);
		assert.equal(message?.inReplyTo, '<m1@example.de>');
		assert.deepEqual(message?.delivery?.envelope.to, [
			'j.uebelacker@example.de',
			'still@example.de',
		]);
		assert.deepEqual(
			[ticket.status, ticket.waitingSince, ticket.drafts, ticket.unread, ticket.assignee],
			['waiting_customer', null, [], false, null],
		);
		const raw = await rawText(anna, number, sent.message);
		assert.ok(raw.includes(`Message-ID: ${sent.messageId}`));
		assert.ok(raw.includes('References: <m1@example.de>'));
		assert.ok(!raw.includes('still@example.de'));
		const [waiting] = must(await anna.outbox());
		assert.deepEqual([waiting?.number, waiting?.message], [number, sent.message]);
	});

	it('a mail is called back with its draft and the status before', async room => {
		const number = await putTicket(room.store, {status: 'clarify', drafts: [aDraft()]});
		const anna = must(await room.as('anna'));
		const {undo} = must(await anna.send(request(number)));
		const [outcome] = must(await anna.perform([{...undo, id: 'u', number}]));
		assert.ok(outcome?.ok);
		const ticket = must(await anna.ticket(number));
		assert.equal(ticket.status, 'clarify');
		assert.equal(ticket.messages.length, 1);
		assert.equal(ticket.drafts[0]?.text, aDraft().text);
		assert.deepEqual(must(await anna.outbox()), []);
	});

	it('a send that is repeated after a lost connection makes one mail', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const first = must(await anna.send(request(number)));
		assert.deepEqual(must(await anna.send(request(number))), first);
		assert.equal(must(await anna.ticket(number)).messages.length, 2);
	});

	it('a send stops when the customer wrote meanwhile, and goes when the agent insists', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		await customerWrites(room, number);
		assert.equal(problemOf(await anna.send(request(number))), 'send-stale');
		must(await anna.send(request(number, {force: true})));
	});

	it('a send stops when a colleague answered meanwhile, but not for an automatic reply', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		const note = aMessage({id: 'ooo', automatic: 'auto-submitted'});
		must(
			await room.store.change(number, ticket =>
				ok({...ticket, messages: [...ticket.messages, note]}),
			),
		);
		const bens = aDraft({id: 'd2', agent: 'ben'});
		must(await ben.send(request(number, {id: 'send2', draft: bens})));
		assert.equal(problemOf(await anna.send(request(number))), 'send-stale');
	});

	it('the agent chooses the status afterwards; a forward leaves it', async room => {
		const number = await putTicket(room.store, {status: 'clarify'});
		const anna = must(await room.as('anna'));
		const forward = aDraft({kind: 'forward', to: [person('lager@example.de')]});
		must(await anna.send(request(number, {draft: forward})));
		assert.equal(must(await anna.ticket(number)).status, 'clarify');
		const draft = aDraft({seenMessages: 2});
		must(await anna.send(request(number, {id: 'send2', draft, status: 'completed'})));
		assert.equal(must(await anna.ticket(number)).status, 'completed');
	});

	it('uploads and the files of a forwarded mail go out with it', async room => {
		const text =
			'From: a@example.de\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHallo\r\n--b\r\nContent-Type: text/csv; name=liste.csv\r\nContent-Disposition: attachment; filename=liste.csv\r\n\r\n1;2\r\n--b--\r\n';
		const chef = must(await room.as('chef'));
		const raw = Buffer.from(text);
		const received = must(await chef.receive({raw, account: 'support', queue: null}));
		const number = received.number ?? '';
		const [message] = must(await chef.ticket(number)).messages;
		const upload = must(await chef.upload('../plan.txt', Buffer.from('Plan')));
		assert.deepEqual([upload.name, upload.type, upload.size], ['plan.txt', 'text/plain', 4]);
		const attachments = [...(message?.attachments ?? []), upload];
		const draft = aDraft({
			agent: 'chef',
			kind: 'forward',
			attachments,
			answers: message?.id ?? null,
		});
		const sent = must(await chef.send(request(number, {draft})));
		const out = await rawText(chef, number, sent.message);
		assert.ok(out.includes('filename=liste.csv'));
		assert.ok(out.includes('filename=plan.txt'));
		const bytes = must(await chef.attachment(number, sent.message, 1));
		assert.equal(Buffer.from(bytes).toString(), 'Plan');
	});

	it('a send is refused while variables stand in the text, not for those in quoted mail', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const attempt = (text: string, id: string) =>
			anna.send(request(number, {id, draft: aDraft({text})}));
		const refused = await attempt('Hallo {FIRMA}, {name}', 'send1');
		assert.ok(!refused.ok);
		const details = {variables: 'FIRMA, name'};
		assert.deepEqual(refused.problem, {name: 'variables-unfilled', details});
		const quoted = 'Hallo\n\nAm 1. Mai 2026 schrieb Kim:\n> Bei {FIRMA} steht {NAME}';
		assert.ok((await attempt(quoted, 'send2')).ok);
	});

	it('a send is refused without recipients, from a foreign draft, account or address', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const attempt = async (draft: Partial<SendRequest['draft']>) =>
			problemOf(await anna.send(request(number, {draft: aDraft(draft)})));
		assert.equal(await attempt({to: []}), 'recipient-missing');
		assert.equal(await attempt({agent: 'ben'}), 'not-permitted');
		assert.equal(await attempt({account: 'nowhere'}), 'account-unknown');
		assert.equal(await attempt({kind: 'comment'}), 'input-invalid');
		assert.equal(await attempt({to: [person('no address')]}), 'input-invalid');
		const missing = {name: 'x', type: 'a/b', size: 1, sha256: 'a'.repeat(64), inline: false};
		assert.equal(await attempt({attachments: [missing]}), 'attachment-missing');
		must(await anna.send(request(number, {draft: aDraft({from: 'ceo@bank.example'})})));
		const sender = must(await anna.ticket(number)).messages.at(-1)?.from.address;
		assert.equal(sender, 'support@firma.example');
	});
};
