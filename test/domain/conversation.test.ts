import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	conversationOf,
	firstWords,
	openAtFirst,
	toggled,
} from '../../source/domain/conversation.ts';
import {
	chosen,
	extendRange,
	keepMarks,
	markAll,
	noSelection,
	toggleMark,
	toggleRange,
} from '../../source/domain/list/selection.ts';
import {checkReply} from '../../source/domain/reply/check-reply.ts';
import {aDraft, aMessage, aTicket, person} from './sample.ts';

const at = (hour: string) => `2026-11-23T${hour}:00:00.000Z`;

const ticket = aTicket({
	messages: [
		aMessage({id: 'm1', receivedAt: at('09')}),
		aMessage({id: 'm2', receivedAt: at('11'), replyText: '> Zitat\n\nneu  und\nkurz'}),
	],
	comments: [
		{id: 'c1', author: 'anna', at: at('10'), text: 'intern'},
		{id: 'c2', author: 'ben', at: at('12'), text: 'später'},
	],
});

test('mails and comments stand in one order', () => {
	assert.deepEqual(
		conversationOf(ticket).map(entry => entry.id),
		['m1', 'c1', 'm2', 'c2'],
	);
});

test('the newest mail and what follows it stand open, and so does a failed send', () => {
	assert.deepEqual([...openAtFirst(conversationOf(ticket))], ['m2', 'c2']);
	const failed = aTicket({messages: [aMessage({id: 'f', state: 'failed'}), aMessage({id: 'z'})]});
	assert.deepEqual([...openAtFirst(conversationOf(failed))], ['f', 'z']);
	assert.deepEqual([...openAtFirst([])], []);
});

test('the first words leave quotes out and stand on one line', () => {
	const [, , entry] = conversationOf(ticket);
	assert.ok(entry);
	assert.equal(firstWords(entry), 'neu und kurz');
	assert.equal(firstWords(entry, 5), 'neu u');
});

test('toggling twice changes nothing', () => {
	assert.deepEqual(toggled(toggled(new Set(['a']), 'b'), 'b'), new Set(['a']));
});

const order = ['1', '2', '3', '4', '5'];

test('a range marks everything between where it began and the cursor, in both directions', () => {
	const begun = toggleRange(noSelection, '3');
	assert.deepEqual([...extendRange(begun, {cursor: '5', order}).marked], ['3', '4', '5']);
	assert.deepEqual([...extendRange(begun, {cursor: '1', order}).marked], ['3', '1', '2']);
	assert.equal(toggleRange(begun, '4').anchor, null);
	assert.equal(extendRange(noSelection, {cursor: '4', order}), noSelection);
});

test('after a batch only the failed rows stay marked, and without marks the cursor counts', () => {
	const all = markAll(toggleMark(noSelection, '1'), order);
	assert.deepEqual(chosen(keepMarks(all, ['4', '9']), '1'), ['4']);
	assert.deepEqual(chosen(noSelection, '1'), ['1']);
	assert.deepEqual(chosen(noSelection, null), []);
});

const names = (draft: ReturnType<typeof aDraft>) =>
	checkReply(draft, {ticket, own: ['support@firma.example']}).map(finding => finding.name);

test('the review is silent about an ordinary answer', () => {
	assert.deepEqual(names(aDraft({text: 'Alles gut.\n\n> im Anhang steht es'})), []);
});

test('the review points out what is missing, what is many and who is new', () => {
	assert.deepEqual(names(aDraft({text: 'Die Anleitung ist angehängt.'})), ['attachment-missing']);
	assert.deepEqual(names(aDraft({text: 'Please see attached.'})), ['attachment-missing']);
	assert.deepEqual(names(aDraft({text: 'Er ist ein Anhänger.'})), []);
	assert.deepEqual(names(aDraft({subject: 'Re: [#202611230001]'})), ['subject-empty']);
	assert.deepEqual(names(aDraft({text: '\n> nur Zitat'})), ['text-empty']);
	assert.deepEqual(names(aDraft({to: []})), ['recipient-missing']);
	assert.deepEqual(names(aDraft({bcc: [person('neu@example.de')]})), ['new-recipients']);
	const six = Array.from({length: 6}, () => person('j.uebelacker@example.de'));
	assert.deepEqual(names(aDraft({to: six})), ['many-recipients']);
});
