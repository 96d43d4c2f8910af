import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptyMerged, markMerged, takeMerged} from '../../../source/domain/move/merge.ts';
import {isMoving, mergedInto} from '../../../source/domain/move/merged.ts';
import {draftAmong, joinMessages} from '../../../source/domain/move/put-together.ts';
import {summarize} from '../../../source/domain/summary.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aDelivery, aDraft, aMessage, aTicket} from '../sample.ts';

const moment = {now: '2026-11-23T12:00:00.000Z', by: 'anna'};

const at = (id: string, hour: number) =>
	aMessage({id, receivedAt: `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`});

const marked = (ticket: Ticket): Ticket => {
	const done = markMerged(ticket, '202611230002', moment);
	if (!done.ok) throw new Error(done.problem.name);
	return done.value;
};

test('a marked ticket points on, is done for, and is moving until it is empty', () => {
	const ticket = marked(aTicket({snoozedUntil: '2026-12-01T08:00:00.000Z'}));
	assert.deepEqual(
		[mergedInto(ticket), ticket.status, ticket.unread, ticket.snoozedUntil],
		['202611230002', 'completed', false, null],
	);
	assert.ok(isMoving(ticket));
	assert.ok(!isMoving(emptyMerged(ticket)));
});

test('while mails are on their way nothing of them is sent', () => {
	const waiting = aMessage({id: 'o', direction: 'out', state: 'queued', delivery: aDelivery()});
	const ticket = aTicket({messages: [waiting]});
	assert.equal(summarize(ticket).outbox.length, 1);
	assert.deepEqual(summarize(marked(ticket)).outbox, []);
	assert.equal(summarize(marked(ticket)).isMoving, true);
});

test('a merge is refused for a ticket that is merged already or sends a mail just now', () => {
	const again = markMerged(marked(aTicket()), '202611230003', moment);
	assert.equal(again.ok ? '' : again.problem.name, 'ticket-merged');
	const sending = aTicket({messages: [aMessage({direction: 'out', state: 'sending'})]});
	const busy = markMerged(sending, '202611230002', moment);
	assert.equal(busy.ok ? '' : busy.problem.name, 'mail-waiting');
});

test('mails are put together by time, each once, and those of one moment keep their order', () => {
	const joined = joinMessages([at('b', 9), at('c', 9)], [at('a', 8), at('b', 9)]);
	assert.deepEqual(
		joined.map(({id}) => id),
		['a', 'b', 'c'],
	);
});

test('taking a ticket twice is the same as once', () => {
	const from = marked(aTicket({messages: [at('a', 8)], comments: [], drafts: [aDraft()]}));
	const into = aTicket({number: '202611230002', messages: [at('b', 9)], status: 'completed'});
	const once = takeMerged(into, from, moment);
	const twice = takeMerged(once, from, moment);
	const {revision: _one, ...first} = once;
	const {revision: _two, ...second} = twice;
	assert.deepEqual(second, first);
	assert.equal(once.status, 'new', 'what was to be done there is to be done here');
});

test('privacy and the priority of a merged ticket go along', () => {
	const from = marked(aTicket({private: 'ben', prio: true, tags: ['Prio', 'Storno']}));
	const taken = takeMerged(aTicket({number: '202611230002', tags: ['konto']}), from, moment);
	assert.deepEqual(
		[taken.private, taken.prio, taken.tags],
		['ben', true, ['konto', 'Prio', 'Storno']],
	);
});

test('the writer of a draft has seen among the mails of two tickets what he had seen in one', () => {
	const before = [at('b', 9), at('d', 11)];
	const after = [at('a', 8), ...before];
	const draft = aDraft({seenMessages: 2});
	const seen = (by: string) => draftAmong(draft, {before, after, by}).seenMessages;
	assert.equal(seen('ben'), 0, 'a mail before his first is news to him');
	assert.equal(seen('anna'), 3, 'who merges knows what he merges');
	const behind = draftAmong(aDraft({seenMessages: 1}), {before, after: before, by: 'anna'});
	assert.equal(behind.seenMessages, 1);
});
