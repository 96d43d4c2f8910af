import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fail, ok, type Result} from '../../../source/domain/result.ts';
import type {Link} from '../../../source/service/client/link.ts';
import {PendingCalls} from '../../../source/service/client/pending-calls.ts';
import type {ClientMessage} from '../../../source/service/protocol.ts';

const number = '202611230001';

/** A call that is answered at once, or after the service died once, with this result. */
const answered = async (
	call: string,
	args: readonly unknown[],
	{result, dies}: {readonly result: Result<unknown>; readonly dies: boolean},
): Promise<Result<unknown>> => {
	const pending = new PendingCalls(1000);
	const messages: ClientMessage[] = [];
	const link = {send: (message: ClientMessage) => messages.push(message) > 0} as unknown as Link;
	const answer = pending.add({call, args, bytes: null}, link);
	if (dies) {
		pending.lost(false);
		pending.repeat(link);
	}
	assert.equal(messages.length, dies ? 2 : 1);
	pending.answer({kind: 'answer', id: 1, result}, null);
	return answer;
};

const cases = [
	['removeItem', ['queues', 'Eins', null], fail('queue-unknown', {queue: 'Eins'})],
	['removeAccount', ['a'], fail('account-unknown', {account: 'a'})],
	['removeAgent', ['ben'], fail('agent-unknown', {agent: 'ben'})],
] as const;

for (const [call, args, result] of cases) {
	test(`${call} that found nothing was done by the service that died, and else is a failure`, async () => {
		assert.deepEqual(await answered(call, args, {result, dies: true}), ok(null));
		assert.deepEqual(await answered(call, args, {result, dies: false}), result);
		const other = fail('disk-full');
		assert.deepEqual(await answered(call, args, {result: other, dies: true}), other);
	});
}

test('a queue to move to that nobody knows is a failure, however often it is asked for', async () => {
	const result = fail('queue-unknown', {queue: 'Zwei'});
	const args = ['queues', 'Eins', {moveTo: 'Zwei'}];
	assert.deepEqual(await answered('removeItem', args, {result, dies: true}), result);
});

test('a ticket that is gone was deleted by the service that died', async () => {
	const commands = ['delete', 'status'].map(action => ({id: action, number, action, input: {}}));
	const missing = {...fail('ticket-missing', {number}), number};
	const result = ok([missing, missing]);
	const first = await answered('perform', [commands], {result, dies: false});
	assert.deepEqual(first, result);
	const second = await answered('perform', [commands], {result, dies: true});
	assert.deepEqual(second, ok([{ok: true, number, revision: 0, undo: null}, missing]));
});
