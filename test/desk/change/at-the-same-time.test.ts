import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openDesk} from '../../../source/desk/open-desk.ts';
import {aDraft, aMessage} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {openParts, openRoom, putTicket} from '../room.ts';

const two = [aMessage({id: 'm1'}), aMessage({id: 'm2', messageId: '<m2@example.de>'})];

test('an answer to a ticket that is merged while it is composed waits in the other one', async t => {
	const {parts, store} = await openParts(false);
	const [from, into] = [await putTicket(store), await putTicket(store)];
	const merge = {id: 'm', number: from, action: 'merge', input: {into}};
	const writer: typeof parts.writer = {
		compose: async mail => {
			must(await ben.perform([merge]));
			return parts.writer.compose(mail);
		},
	};
	const open = must(await openDesk({...parts, writer}));
	t.after(open.stop);
	const [anna, ben] = [must(open.as('anna')), must(open.as('ben'))];
	const request = {id: 's1', number: from, draft: aDraft(), status: null, force: false};
	must(await anna.send(request));
	const waiting = must(await anna.outbox()).map(({number, message}) => [number, message]);
	assert.deepEqual(waiting, [[into, 's1']]);
	assert.deepEqual(must(await anna.ticket(from)).messages, []);
	assert.equal(must(await anna.send(request)).message, 's1');
});

test('a command that is repeated while it runs is done once', async t => {
	const {as, store, close} = await openRoom();
	t.after(close);
	const number = await putTicket(store, {messages: two});
	const anna = must(await as('anna'));
	const split = {id: 'c1', number, action: 'split', input: {messages: ['m2']}};
	const outcomes = await Promise.all([anna.perform([split]), anna.perform([split])]);
	const [first, second] = outcomes.map(must);
	assert.deepEqual(first, second);
	assert.equal(store.summaries().size, 2);
});
