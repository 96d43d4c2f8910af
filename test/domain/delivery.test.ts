import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	applyDelivery,
	type DeliveryEvent,
	mayTryAgain,
	retryDelay,
} from '../../source/domain/delivery.ts';
import type {Delivery, MessageState} from '../../source/domain/message.ts';
import {aDelivery, aMessage, aTicket} from './sample.ts';

const now = '2026-11-23T12:00:00.000Z';
const after = (state: MessageState, event: DeliveryEvent, part: Partial<Delivery> = {}) => {
	const message = aMessage({id: 'out', direction: 'out', state, delivery: aDelivery(part)});
	const result = applyDelivery(aTicket({messages: [message]}), {message: 'out', event, now});
	return result.ok ? result.value.messages[0] : result.problem.name;
};
const stateAfter = (state: MessageState, event: DeliveryEvent) => {
	const changed = after(state, event);
	return typeof changed === 'string' ? changed : changed?.state;
};
const failed = (name: 'smtp-uncertain' | 'smtp-temporary', nextTry: string | null) =>
	({kind: 'failed', problem: {name, details: {code: '451', text: 'later'}}, nextTry}) as const;

test('tries come after 25, 50, 75 and 100 seconds, then hourly for seven days', () => {
	assert.deepEqual([1, 2, 3, 4, 5, 172].map(retryDelay), [25, 50, 75, 100, 3600, 3600]);
	assert.equal(retryDelay(173), null);
});

test('each event fits one state, in any other it comes too late', () => {
	const sent = {kind: 'sent', refused: []} as const;
	assert.equal(stateAfter('queued', {kind: 'sending'}), 'sending');
	assert.equal(stateAfter('sending', sent), 'sent');
	assert.equal(stateAfter('sending', {kind: 'interrupted'}), 'uncertain');
	assert.equal(stateAfter('sending', failed('smtp-temporary', now)), 'queued');
	assert.equal(stateAfter('sending', failed('smtp-temporary', null)), 'failed');
	assert.equal(stateAfter('sending', failed('smtp-uncertain', null)), 'uncertain');
	assert.equal(stateAfter('uncertain', {kind: 'sending'}), 'too-late');
	assert.equal(stateAfter('sending', {kind: 'sending'}), 'too-late');
	assert.equal(stateAfter('queued', sent), 'too-late');
});

test('a failure counts the try and keeps the words of the server', () => {
	const message = after('sending', failed('smtp-temporary', now), {tries: 2});
	assert.ok(typeof message === 'object');
	assert.deepEqual(message.delivery?.error, {code: '451', text: 'later'});
	assert.deepEqual([message.delivery?.tries, message.delivery?.nextTry], [3, now]);
});

test('a copy that was made or given up is not due any more', () => {
	const copyAfter = (event: DeliveryEvent) => {
		const message = after('sent', event, {copy: 'due'});
		return typeof message === 'object' ? message.delivery?.copy : message;
	};
	assert.equal(copyAfter({kind: 'copied'}), 'done');
	assert.equal(copyAfter({kind: 'copy-failed', nextTry: now}), 'due');
	assert.equal(copyAfter({kind: 'copy-failed', nextTry: null}), 'none');
});

test('what is final is not tried again, nor what is uncertain', () => {
	const again = (name: Parameters<typeof mayTryAgain>[0]['name']) =>
		mayTryAgain({name, details: {}});
	assert.deepEqual(
		(['smtp-permanent', 'smtp-uncertain', 'sign-in-refused', 'server-unreachable'] as const).map(
			again,
		),
		[false, false, true, true],
	);
});
