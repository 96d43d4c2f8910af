import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Effect} from '../../../source/ui/effect/effect.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();
const open = () => createPureScreen(answers, {columns: 80, rows: 24});

const stepsOf = (effects: readonly Effect[]) =>
	effects.flatMap(effect => (effect.type === 'perform' ? effect.steps : []));

const first = '202611240005';

/** Keys in the list with the cursor on the first ticket, and the steps that go to the desk. */
const performing: ReadonlyArray<
	readonly [keys: readonly string[], action: string, input: unknown]
> = [
	[['x'], 'status', {status: 'completed'}],
	[['w'], 'status', {status: 'waiting_customer'}],
	[['d'], 'status', {status: 'trash'}],
	[['!'], 'spam', {}],
	[['p'], 'prio', {on: true}],
	[['*'], 'star', {on: true}],
	[['s', 'n'], 'status', {status: 'new'}],
	[['s', 'o'], 'status', {status: 'open'}],
	[['s', 'i'], 'status', {status: 'waiting_internal'}],
	[['s', 'w'], 'status', {status: 'waiting_customer'}],
	[['s', 'k'], 'status', {status: 'clarify'}],
	[['s', 'x'], 'status', {status: 'completed'}],
	[['s', '!'], 'status', {status: 'trash'}],
	[['a', 'a'], 'claim', {}],
	[['a', '-'], 'assign', {assignee: null}],
	[['a', 'm', 'a', 'x', 'enter'], 'assign', {assignee: 'krause'}],
	[['m', 'down', 'enter'], 'queue', {queue: 'Buchhaltung'}],
	[['m', '-'], 'queue', {queue: null}],
	[['t', 'k', 'o', 'n', 't', 'o', 'enter'], 'tags', {add: ['konto'], remove: []}],
	[['t', 'n', 'e', 'u', 'enter'], 'tags', {add: ['neu'], remove: []}],
	[['z', 'm'], 'snooze', {until: '2026-11-25T07:00:00.000Z'}],
	[['z', '3', 't', 'enter'], 'snooze', {until: '2026-11-27T07:00:00.000Z'}],
	[['b', 's'], 'spam', {}],
	[['b', 'u'], 'archiveUnread', {}],
	[['b', 'p'], 'personal', {on: true}],
	[['b', 'v'], 'private', {on: true}],
	[['b', 'r'], 'prio', {on: true}],
];

for (const [keys, action, input] of performing) {
	test(`${keys.join(' ')} performs ${action} on the ticket under the cursor`, () => {
		const screen = open();
		const steps = stepsOf(screen.press(...keys));
		assert.deepEqual(steps, [{number: first, action, input}]);
		assert.equal(screen.state().overlay, null);
	});
}

test('marked tickets are what an action works on', () => {
	const screen = open();
	const steps = stepsOf(screen.press('space', 'space', 'j', 'space', 'x'));
	assert.deepEqual(
		steps.map(step => step.number),
		['202611240005', '202611240004', '202611240006'],
	);
});

test('a flag that all marked tickets have is taken away', () => {
	const screen = open();
	const [step] = stepsOf(screen.press('j', 'p'));
	assert.deepEqual(step?.input, {on: false});
	const [both] = stepsOf(screen.press('g', 'space', 'space', 'p'));
	assert.deepEqual(both?.input, {on: true});
});

test('the same keys mean the same in an open ticket', () => {
	for (const key of ['x', 'w', 'p', '!']) {
		const screen = open();
		const inList = stepsOf(screen.press(key));
		const inTicket = stepsOf(screen.press('enter', key));
		assert.deepEqual(inTicket, inList, key);
	}
});

test('undo, redo and repeat say so when there is nothing', () => {
	const screen = open();
	for (const key of ['u', 'U', '.']) {
		assert.deepEqual(screen.press(key), []);
		assert.equal(screen.state().toast?.words?.key, 'toast.blocked');
	}
});

test('what cannot be done is named without the dots that promise a question', () => {
	const screen = open();
	screen.press('enter', 'X');
	const words = screen.state().toast?.words;
	assert.equal(words?.key, 'toast.blocked');
	assert.doesNotMatch(String(words?.params?.['what']), /…|\{/u);
});

test('plain effects: copy, import, redraw, suspend, mark all', () => {
	const types = ['y', 'Y', 'ctrl+r', 'ctrl+l', 'ctrl+z', 'V'].map(
		key => open().press(key)[0]?.type,
	);
	assert.deepEqual(types, ['copy', 'copy', 'import', 'redraw', 'suspend', 'mark-all']);
});
