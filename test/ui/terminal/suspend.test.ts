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
	const desk = parts();
	const end = await runInTerminal(desk, [process.execPath, '-e', 'process.exit(3)']);
	assert.deepEqual(end, {ran: true, code: 3});
	assert.deepEqual(desk.steps, order);
});

test('a missing program is an answer, and the terminal comes back', async () => {
	const desk = parts();
	const end = await runInTerminal(desk, ['/nowhere/editor']);
	assert.equal(end.ran, false);
	assert.deepEqual(desk.steps, order);
});

test('the terminal comes back even when handing it over fails', async () => {
	const desk = parts();
	const handOver = () => Promise.reject(new Error('already suspended'));
	await assert.rejects(runInTerminal({...desk, handOver}, ['true']));
	assert.deepEqual(desk.steps, ['pause', 'resume']);
});

test('Ctrl+Z waits for SIGCONT, then paints', async () => {
	const desk = parts();
	await suspendToShell(desk, () => void process.kill(process.pid, 'SIGCONT'));
	assert.deepEqual(desk.steps, order);
	assert.equal(process.listenerCount('SIGCONT'), 0);
});

test('Ctrl+Z without a shell to stop for comes back by itself', async () => {
	const desk = parts();
	await suspendToShell(desk, () => desk.steps.push('ignored'));
	assert.deepEqual(desk.steps, ['pause', 'leave screen', 'ignored', 'paint', 'resume']);
});
