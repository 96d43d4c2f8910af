import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runLoop} from '../../soak/loop.ts';

test('two auto-responders that answer each other send at most one mail each', async () => {
	const {sent} = await runLoop({seconds: 3, way: 'as sent'});
	assert.deepEqual(sent, [1, 0]);
});

test('they do so over a gateway that leaves no sign of a program and no thread', async () => {
	const {sent} = await runLoop({seconds: 3, way: 'stripped'});
	assert.deepEqual(sent, [1, 1]);
});

test('even without the limit of a day the caps end it', async () => {
	const {sent} = await runLoop({seconds: 5, way: 'stripped', oncePerDay: false});
	assert.ok(Math.max(...sent) <= 30, String(sent));
	assert.ok(Math.max(...sent) > 5, `no loop came to be: ${sent}`);
});
