import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	type Arrival,
	followUp,
	isOwnMail,
	newTicket,
} from '../../../source/domain/receive/incoming.ts';
import type {Status} from '../../../source/domain/status.ts';
import {aDelivery, aMail, aMessage, aTicket} from '../sample.ts';

const own = ['support@firma.example'];
const ours = {name: '', address: 'Support@firma.example'};
const customer = {name: 'Kim', address: 'kim@example.test'};
const now = '2026-11-23T12:00:00.000Z';
const account = {id: 'support', defaultProject: 'STANDARD', importAsCompleted: false};
const queue = {label: 'IT', name: 'IT', responsible: 'ben'};
const options = {number: '202611230002', now, account, queue, ownAddresses: own, linked: null};

const arrival = (part: Partial<Arrival> = {}): Arrival => ({
	id: 'm2',
	mail: aMail(),
	raw: 'abc',
	origin: {account: 'support', identity: 'i', place: null},
	receivedAt: '2026-11-23T11:59:00.000Z',
	own: false,
	notes: [],
	...part,
});

const follow = (status: Status, part: Partial<Arrival> = {}, reopenTrash = false) =>
	followUp(
		aTicket({status, unread: false, snoozedUntil: '2026-12-01T00:00:00.000Z'}),
		arrival(part),
		{
			now,
			reopenTrash,
		},
	);

test('a new ticket takes queue, responsible and project, and waits since the mail came', () => {
	const ticket = newTicket(arrival(), options);
	assert.deepEqual(
		[ticket.status, ticket.queue, ticket.assignee, ticket.project, ticket.waitingSince],
		['new', 'IT', 'ben', 'STANDARD', '2026-11-23T11:59:00.000Z'],
	);
	assert.equal(ticket.messages[0]?.origin?.identity, 'i');
});

test('imported as completed nobody waits', () => {
	const ticket = newTicket(arrival(), {...options, account: {...account, importAsCompleted: true}});
	assert.deepEqual([ticket.status, ticket.waitingSince], ['completed', null]);
});

test('the requester of a mail of ours is who it went to, of a contact form who it answers to', () => {
	const sent = aMail({from: ours, to: [ours, customer]});
	assert.ok(isOwnMail(sent, own));
	assert.equal(newTicket(arrival({mail: sent, own: true}), options).requester, customer);
	const form = aMail({from: ours, to: [ours], replyTo: [customer]});
	assert.ok(!isOwnMail(form, own));
	assert.equal(newTicket(arrival({mail: form}), options).requester, customer);
	assert.ok(!isOwnMail(aMail({from: ours, to: [ours]}), own));
});

test('a mail makes every ticket new but one in the trash, and wakes a snoozed one', () => {
	for (const status of ['open', 'waiting_customer', 'completed', 'clarify'] as const) {
		const after = follow(status);
		assert.deepEqual([after.status, after.unread, after.snoozedUntil], ['new', true, null]);
	}
	assert.equal(follow('trash').status, 'trash');
	assert.equal(follow('trash', {}, true).status, 'new');
});

test('queue, assignee, flags and tags stay', () => {
	const before = aTicket({queue: 'IT', assignee: 'ben', prio: true, tags: ['x'], personal: 'ben'});
	const after = followUp(before, arrival(), {now, reopenTrash: false});
	for (const field of ['queue', 'assignee', 'prio', 'tags', 'personal'] as const)
		assert.deepEqual(after[field], before[field]);
	assert.equal(after.revision, before.revision + 1);
	assert.equal(after.history.at(0)?.what, 'mail');
});

test('an automatic mail and one of ours are kept and change no status', () => {
	const automatic = follow('completed', {mail: aMail({automatic: 'auto-submitted'})});
	assert.deepEqual([automatic.status, automatic.messages.length], ['completed', 2]);
	const sent = follow('waiting_customer', {own: true});
	assert.deepEqual(
		[sent.status, sent.unread, sent.messages[1]?.direction],
		['waiting_customer', false, 'out'],
	);
});

test('a late mail does not make the ticket look older', () => {
	const before = aTicket({updatedAt: now});
	assert.equal(followUp(before, arrival(), {now, reopenTrash: false}).updatedAt, now);
});

test('a final bounce marks what it returned and wakes the ticket, a delay changes nothing', () => {
	const sent = aMessage({
		id: 'out',
		direction: 'out',
		state: 'sent',
		messageId: '<sent@firma.example>',
		delivery: aDelivery(),
	});
	const before = aTicket({status: 'waiting_customer', messages: [aMessage(), sent]});
	const report = (permanent: boolean, of = '<sent@firma.example>') => {
		const address = sent.to[0]?.address ?? '';
		const bounce = {address, status: '5.1.1', reason: 'no such user', permanent, of};
		const mail = aMail({automatic: 'bounce', bounce});
		return followUp(before, arrival({mail}), {now, reopenTrash: false});
	};
	for (const original of ['<sent@firma.example>', '']) {
		const after = report(true, original);
		assert.equal(after.status, 'new');
		assert.equal(after.messages[1]?.state, 'failed');
		assert.deepEqual(after.messages[1]?.delivery?.error, {code: '5.1.1', text: 'no such user'});
	}
	assert.equal(report(false).messages[1]?.state, 'failed');
	assert.equal(report(true, '<other@firma.example>').messages[1]?.state, 'sent');
});
