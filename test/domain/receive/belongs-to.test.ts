import assert from 'node:assert/strict';
import {test} from 'node:test';
import {belongsTo, threadIds} from '../../../source/domain/receive/belongs-to.ts';
import {aMail, aTicket} from '../sample.ts';

const bounce = {
	address: 'j.uebelacker@example.de',
	status: '5.1.1',
	reason: 'unknown',
	permanent: true,
	of: '<sent@firma.example>',
};
const stranger = {name: '', address: 'else@example.net'};
const named = [aTicket()];
const nothing = new Map<string, string>();

test('the thread is named by what is answered first, then by the newest reference', () => {
	const mail = aMail({inReplyTo: '<c@x>', references: ['<a@x>', '<b@x>', '<c@x>']});
	assert.deepEqual(threadIds(mail), ['<c@x>', '<b@x>', '<a@x>']);
	assert.deepEqual(threadIds(aMail({bounce})), ['<sent@firma.example>']);
});

test('references count before a number in the subject', () => {
	const known = new Map([['<a@x>', '202611230009']]);
	const mail = aMail({references: ['<a@x>']});
	assert.deepEqual(belongsTo(mail, {known, named}), {kind: 'follow-up', number: '202611230009'});
});

test('a number counts for who takes part in the ticket, however the address is written', () => {
	const mail = aMail({from: {name: '', address: 'J.Uebelacker@EXAMPLE.de'}});
	assert.equal(belongsTo(mail, {known: nothing, named}).kind, 'follow-up');
	assert.deepEqual(belongsTo(aMail({from: stranger}), {known: nothing, named}), {
		kind: 'stranger',
		number: '202611230001',
	});
});

test('of several numbers the one that the sender takes part in counts', () => {
	const other = aTicket({number: '202611230005', requester: stranger, messages: []});
	const belonging = belongsTo(aMail(), {known: nothing, named: [other, aTicket()]});
	assert.deepEqual(belonging, {kind: 'follow-up', number: '202611230001'});
});

test('a bounce belongs where the address took part that it speaks of', () => {
	const from = {name: 'Mail Delivery System', address: 'MAILER-DAEMON@mx.example'};
	const mail = aMail({from, bounce: {...bounce, of: ''}});
	assert.equal(belongsTo(mail, {known: nothing, named}).kind, 'follow-up');
	assert.equal(belongsTo(aMail({from}), {known: nothing, named}).kind, 'stranger');
});

test('without any of it a mail is new', () => {
	assert.deepEqual(belongsTo(aMail(), {known: nothing, named: []}), {kind: 'new'});
});
