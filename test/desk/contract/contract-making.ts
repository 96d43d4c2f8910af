import assert from 'node:assert/strict';
import type {NewTicketRequest} from '../../../source/desk/desk.ts';
import {ok} from '../../../source/domain/result.ts';
import {aDraft, aMessage, person} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {letter} from '../mail-room.ts';
import {putTicket} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const request = (part: Partial<NewTicketRequest> = {}): NewTicketRequest => ({
	id: 'new1',
	channel: 'phone',
	requester: person('', 'Frau Novák'),
	subject: 'Rückruf',
	text: 'Bitte um Rückruf wegen der Rechnung.',
	queue: null,
	project: null,
	assignee: null,
	draft: null,
	...part,
});

export const contractMaking = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('a call becomes a ticket with what was said as its first message', async room => {
		const anna = must(await room.as('anna'));
		const fields = {queue: 'vertrieb', project: 'standard'};
		const {number} = must(await anna.createTicket(request(fields)));
		const ticket = must(await anna.ticket(number));
		const [message] = ticket.messages;
		assert.deepEqual(
			[ticket.subject, ticket.status, ticket.queue, ticket.project, ticket.assignee],
			['Rückruf', 'new', 'Vertrieb', 'STANDARD', 'ben'],
		);
		assert.deepEqual(ticket.requester, {name: 'Frau Novák', address: ''});
		assert.deepEqual(
			[message?.direction, message?.raw, message?.notes, message?.author],
			['in', null, ['note.phone'], 'anna'],
		);
		assert.deepEqual(ticket.waitingSince, ticket.createdAt);
	});

	it('a call to make a ticket that is repeated after a lost connection makes one', async room => {
		const anna = must(await room.as('anna'));
		const [first, again] = await Promise.all([
			anna.createTicket(request()),
			anna.createTicket(request()),
		]);
		assert.deepEqual(must(first), must(again));
		assert.equal(room.store.summaries().size, 1);
	});

	it('a new ticket is refused with an unknown queue, agent, account or a draft of somebody else', async room => {
		const anna = must(await room.as('anna'));
		const attempt = async (part: Partial<NewTicketRequest>) =>
			problemOf(await anna.createTicket(request(part)));
		assert.equal(await attempt({queue: 'Nirgends'}), 'queue-unknown');
		assert.equal(await attempt({assignee: 'niemand'}), 'agent-unknown');
		assert.equal(await attempt({project: 'Nichts'}), 'input-invalid');
		assert.equal(await attempt({channel: 'mail'}), 'account-unknown');
		assert.equal(await attempt({draft: aDraft({agent: 'ben'})}), 'not-permitted');
		assert.equal(await attempt({requester: person('no address')}), 'input-invalid');
		const vera = must(await room.as('vera'));
		assert.equal(problemOf(await vera.createTicket(request())), 'not-permitted');
	});

	it('a new mail has its number at once, names the ticket when it is sent, and is called back', async room => {
		const anna = must(await room.as('anna'));
		const draft = aDraft({
			kind: 'new',
			to: [],
			subject: '',
			text: '',
			answers: null,
			seenMessages: 0,
		});
		const mail = {channel: 'mail' as const, text: '', subject: '', requester: person(''), draft};
		const {number} = must(await anna.createTicket(request(mail)));
		const begun = must(await anna.ticket(number));
		assert.deepEqual([begun.status, begun.drafts.length, begun.account], ['open', 1, 'support']);
		const written = {...draft, to: [person('lager@example.de', 'Lager')], subject: 'Anfrage'};
		const sent = must(
			await anna.send({id: 's1', number, draft: written, status: null, force: false}),
		);
		const ticket = must(await anna.ticket(number));
		assert.deepEqual(
			[ticket.subject, ticket.requester.address, ticket.status, ticket.drafts],
			['Anfrage', 'lager@example.de', 'waiting_customer', []],
		);
		assert.equal(ticket.messages[0]?.subject, `Anfrage [#${number}]`);
		must(await anna.perform([{...sent.undo, id: 'u', number}]));
		assert.equal(must(await anna.ticket(number)).drafts[0]?.subject, 'Anfrage');
	});

	it('throwing away the text of a new ticket removes it; that of an old one does not', async room => {
		const anna = must(await room.as('anna'));
		const draft = aDraft({kind: 'letter', answers: null, seenMessages: 0});
		const {number} = must(await anna.createTicket(request({text: '', draft})));
		const old = await putTicket(room.store, {drafts: [aDraft({id: 'd2'})]});
		const outcomes = must(
			await anna.perform([
				{id: 'a', number, action: 'discardDraft', input: {id: 'd1'}},
				{id: 'b', number: old, action: 'discardDraft', input: {id: 'd2'}},
			]),
		);
		assert.deepEqual(outcomes.map(problemOf), ['none', 'none']);
		assert.equal(problemOf(await anna.ticket(number)), 'ticket-missing');
		assert.equal(must(await anna.ticket(old)).messages.length, 1);
	});

	it('what was noted is put down as a message, and taken back with its draft', async room => {
		const anna = must(await room.as('anna'));
		const draft = aDraft({kind: 'visit', from: '', text: '', answers: null, seenMessages: 0});
		const {number} = must(await anna.createTicket(request({text: '', subject: '', draft})));
		const noted = {...draft, from: 'Jo <jo@example.de>', subject: 'Schlüssel', text: 'Verloren.'};
		const record = {id: 'r', number, action: 'record', input: {draft: noted}};
		const [outcome] = must(await anna.perform([record]));
		const ticket = must(await anna.ticket(number));
		assert.deepEqual(
			[ticket.subject, ticket.requester, ticket.status, ticket.drafts],
			['Schlüssel', {name: 'Jo', address: 'jo@example.de'}, 'new', []],
		);
		assert.equal(ticket.messages[0]?.text, 'Verloren.');
		assert.ok(outcome?.ok && outcome.undo);
		must(await anna.perform([{...outcome.undo, id: 'u', number}]));
		const back = must(await anna.ticket(number));
		assert.deepEqual([back.messages, back.drafts.length, back.status], [[], 1, 'open']);
		const mail = {id: 's', number, draft: noted, status: null, force: false};
		assert.equal(problemOf(await anna.send(mail)), 'input-invalid');
	});

	it('figures count what the agent may see, since a time', async room => {
		const answered = [
			aMessage(),
			aMessage({id: 'o', direction: 'out', receivedAt: '2026-11-23T09:42:00.000Z'}),
		];
		await putTicket(room.store, {
			queue: 'IT',
			assignee: 'ben',
			messages: answered,
			status: 'completed',
		});
		await putTicket(room.store, {private: 'ben'});
		await putTicket(room.store, {createdAt: '2026-11-01T09:00:00.000Z'});
		const anna = must(await room.as('anna'));
		const all = must(await anna.figures(null));
		assert.deepEqual(
			[all.created, all.byStatus.completed, all.byQueue, all.byAgent],
			[2, 1, {'': 1, IT: 1}, {'': 1, ben: 1}],
		);
		assert.deepEqual(
			[all.firstAnswerSeconds, all.answered, all.openAges],
			[1800, 1, [0, 0, 0, 1, 0]],
		);
		const lately = must(await anna.figures('2026-11-20T00:00:00.000Z'));
		assert.equal(lately.created, 1);
		assert.equal(problemOf(await anna.figures('gestern')), 'input-invalid');
	});

	it('the data of an address is for admins: found, told apart from what others share, erased', async room => {
		const chef = must(await room.as('chef'));
		const anna = must(await room.as('anna'));
		const receive = async (name: string, part: Parameters<typeof letter>[1]) => {
			const raw = Buffer.from(letter(name, {to: 'support@firma.example', ...part}));
			return must(await chef.receive({raw, account: 'support', queue: null})).number ?? '';
		};
		const alone = await receive('alone', {from: 'Weg@example.de'});
		const shared = await receive('shared', {from: 'weg@example.de', more: ['Cc: kim@example.de']});
		const other = await receive('other', {from: 'kim@example.de'});
		assert.equal(problemOf(await anna.personalData('weg@example.de')), 'not-permitted');
		assert.deepEqual(must(await chef.personalData('weg@EXAMPLE.de')), {
			alone: [alone],
			shared: [shared],
		});
		const {raw} = must(await chef.ticket(alone)).messages[0] ?? {};
		assert.equal(problemOf(await anna.eraseAddress('weg@example.de')), 'not-permitted');
		const erased = must(await chef.eraseAddress('weg@example.de'));
		assert.deepEqual(erased, {tickets: [alone], files: 1, shared: [shared]});
		assert.equal(problemOf(await chef.ticket(alone)), 'ticket-missing');
		assert.ok(!(await room.store.file(raw ?? '')).ok);
		must(await chef.ticket(other));
		const {log = []} = room.store.desk();
		assert.deepEqual(log, [
			{at: '2026-11-23T10:00:00.000Z', by: 'chef', what: 'erase', tickets: 1, files: 1},
		]);
		must(await room.store.change(shared, ticket => ok(ticket)));
	});
};
