import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runInTerminal, suspendToShell} from '../../../source/ui/terminal/suspend.ts';

const parts = () => {
	const steps: string[] = [];
	return {
		steps,
		dispatch: {pause: () => steps.push('pause'), resume: () => steps.push('resume')},
		handOver: async (turn: () => Promise<void>) => {
			steps.push('leave screen');
			await turn();
			steps.push('paint');
		},
	};
};

const order = ['pause', 'leave screen', 'paint', 'resume'];

test('a child gets the terminal and its exit code comes back', async () => {
	const lent = parts();
	const end = await runInTerminal(lent, [process.execPath, '-e', 'process.exit(3)']);
	assert.deepEqual(end, {ran: true, code: 3});
	assert.deepEqual(lent.steps, order);
});

test('a missing program is an answer, and the terminal comes back', async () => {
	const lent = parts();
	const end = await runInTerminal(lent, ['/nowhere/editor']);
	assert.equal(end.ran, false);
	assert.deepEqual(lent.steps, order);
});

test('the terminal comes back even when handing it over fails', async () => {
	const lent = parts();
	const handOver = () => Promise.reject(new Error('already suspended'));
	await assert.rejects(runInTerminal({...lent, handOver}, ['true']));
	assert.deepEqual(lent.steps, ['pause', 'resume']);
});

test('Ctrl+Z waits for SIGCONT, then paints', async () => {
	const lent = parts();
	await suspendToShell(lent, () => void process.kill(process.pid, 'SIGCONT'));
	assert.deepEqual(lent.steps, order);
	assert.equal(process.listenerCount('SIGCONT'), 0);
});

test('Ctrl+Z without a shell to stop for comes back by itself', async () => {
	const lent = parts();
	await suspendToShell(lent, () => lent.steps.push('ignored'));
	assert.deepEqual(lent.steps, ['pause', 'leave screen', 'ignored', 'paint', 'resume']);
});
