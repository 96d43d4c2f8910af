import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {test} from 'node:test';
import {signMessageId, verifyMessageId} from '../../../source/domain/message-id.ts';
import {threadOf} from '../../../source/domain/reply/thread.ts';

const hmac = (text: string) => createHmac('sha256', 'secret').update(text).digest('base64url');

test('an answer refers to its parent and all that the parent referred to', () => {
	const parent = {messageId: '<c@x>', inReplyTo: '<b@x>', references: ['<a@x>', '<b@x>']};
	assert.deepEqual(threadOf(parent), {
		inReplyTo: '<c@x>',
		references: ['<a@x>', '<b@x>', '<c@x>'],
	});
});

test('a parent without References lends its In-Reply-To', () => {
	const parent = {messageId: '<b@x>', inReplyTo: '<a@x>', references: []};
	assert.deepEqual(threadOf(parent).references, ['<a@x>', '<b@x>']);
});

test('a parent without Message-ID starts no thread', () => {
	const nothing = {inReplyTo: null, references: []};
	assert.deepEqual(threadOf(null), nothing);
	assert.deepEqual(threadOf({messageId: null, inReplyTo: '<a@x>', references: []}), nothing);
});

test('a long thread keeps its first and its newest references', () => {
	const references = Array.from({length: 90}, (_, index) => `<${index}@x>`);
	const thread = threadOf({messageId: '<last@x>', inReplyTo: null, references});
	assert.equal(thread.references.length, 50);
	assert.equal(thread.references[0], '<0@x>');
	assert.equal(thread.references.at(-1), '<last@x>');
});

test('only a Message-ID that we signed names its ticket', () => {
	const id = signMessageId({number: '202611230001', id: 'q1w2', domain: 'firma.example'}, hmac);
	assert.equal(verifyMessageId(id, hmac), '202611230001');
	assert.equal(verifyMessageId(id.replace('0001.', '0002.'), hmac), null);
	assert.equal(verifyMessageId('<202611230001.q1w2@firma.example>', hmac), null);
	assert.equal(verifyMessageId('<x@y>', hmac), null);
});
