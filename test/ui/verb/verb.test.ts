import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {isTextKey} from '../../../source/language/say.ts';
import type {Effect} from '../../../source/ui/effect/effect.ts';
import {shippedKeys} from '../../../source/ui/key/keymap.ts';
import {verbByName, verbs} from '../../../source/ui/verb/index.ts';
import {aDelivery} from '../../domain/sample.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();
const open = (rows = 24, columns = 80) => createPureScreen(answers, {columns, rows});

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

test('movement keys move the cursor, and the end keys go to the ends', () => {
	const screen = open();
	const at = (...keys: readonly string[]) => {
		screen.press(...keys);
		return screen.state().list.cursor;
	};
	assert.equal(at('j', 'j', 'k'), 1);
	assert.equal(at('G'), 10);
	assert.equal(at('j'), 10);
	assert.equal(at('g'), 0);
	assert.equal(at('ctrl+d'), 9);
	assert.equal(at('ctrl+u'), 0);
	assert.equal(at('page-down'), 10);
	assert.equal(at('home'), 0);
});

test('digits and arrows choose the tab', () => {
	const screen = open();
	const tabAfter = (...keys: readonly string[]) => {
		screen.press(...keys);
		return screen.state().list.query.tab;
	};
	assert.equal(tabAfter('8'), 'mine');
	assert.equal(tabAfter('l'), 'archive');
	assert.equal(tabAfter('right'), 'inbox');
	assert.equal(tabAfter('h'), 'archive');
	assert.equal(tabAfter('3'), 'waiting_internal');
});

test('escape clears marks before the filter, and never quits; q quits at the top', () => {
	const screen = open();
	screen.press('space');
	screen.press('escape');
	assert.equal(screen.state().marks.rows.size, 0);
	assert.deepEqual(screen.press('escape'), []);
	assert.deepEqual(screen.press('q'), [{type: 'quit'}]);
});

test('ctrl+c quits only the second time', () => {
	const screen = open();
	assert.deepEqual(screen.press('ctrl+c'), []);
	assert.deepEqual(screen.press('ctrl+c'), [{type: 'quit'}]);
});

test('a range is marked from its anchor to the cursor', () => {
	const screen = open();
	screen.press('j', 'v', 'j', 'j', 'v', 'j');
	assert.deepEqual(
		[...screen.state().marks.rows.keys()],
		['202611240004', '202611230001', '202611240006'],
	);
});

test('in a ticket J and K move by message, enter folds, T shows quotes, i the history', () => {
	const screen = open();
	screen.press('j', 'j', 'enter');
	const view = () => screen.state().ticket;
	assert.equal(view()?.current, 3);
	screen.press('K', 'K');
	assert.equal(view()?.current, 1);
	screen.press('enter');
	assert.equal(view()?.toggled.has('c2'), true);
	screen.press('T');
	assert.equal(view()?.quotes, true);
	screen.press('i');
	assert.equal(view()?.view, 'history');
	screen.press('q');
	assert.equal(view()?.view, 'conversation');
	screen.press('<');
	assert.equal(view()?.number, '202611240004');
	screen.press('q');
	assert.equal(view(), null);
});

test('the mail that J and K stand on is the one that is answered', () => {
	const screen = open();
	screen.press('j', 'j', 'enter', 'K', 'K', 'K');
	const [effect] = screen.press('r');
	assert.deepEqual(effect, {
		type: 'compose',
		number: '202611230001',
		kind: 'reply',
		answers: 'c1',
	});
});

test('reply to all, forward and comment ask for their kind', () => {
	for (const [key, kind] of [
		['R', 'reply-all'],
		['f', 'forward'],
		['c', 'comment'],
	] as const) {
		const [effect] = open().press(key);
		assert.ok(effect?.type === 'compose' && effect.kind === kind);
	}
});

test('in the composer letters write, and enter in a field goes to the text', () => {
	const screen = open();
	screen.press('j', 'j', 'r', 'a', 'x', 'v');
	assert.equal(screen.state().composer?.body.lines[0], 'axv');
	screen.press('shift+tab');
	assert.equal(screen.state().composer?.focus, 'subject');
	screen.press('enter');
	assert.equal(screen.state().composer?.focus, 'body');
});

test('the quoted original goes and comes back with one key', () => {
	const screen = open();
	screen.press('j', 'j', 'r');
	const quotes = () =>
		screen.state().composer?.body.lines.filter(line => line.startsWith('>')).length;
	assert.notEqual(quotes(), 0);
	screen.press('alt+o');
	assert.equal(quotes(), 0);
	screen.press('alt+o');
	assert.notEqual(quotes(), 0);
});

test('the review sends with y, sends and completes with Y, and goes back with e', () => {
	const screen = open();
	screen.press('j', 'j', 'r', 'x', 'alt+enter');
	assert.deepEqual(screen.press('y'), [{type: 'send', status: null}]);
	assert.deepEqual(screen.press('Y'), [{type: 'send', status: 'completed'}]);
	screen.press('n', 'k');
	assert.equal(screen.state().composer?.status, 'clarify');
	screen.press('e');
	assert.equal(screen.state().composer?.stage, 'write');
});

test('a mail on its way to the desk takes no keys', () => {
	const screen = open();
	screen.press('j', 'j', 'r', 'x', 'alt+enter');
	screen.dispatch({type: 'composer-stage', stage: 'sending'});
	assert.deepEqual(screen.press('y', 'v', 'q'), []);
	assert.equal(screen.state().overlay, null);
});

test('a mail that did not get out is sent again from the palette', () => {
	const screen = open();
	screen.press('j', 'j', 'enter');
	const ticket = answers.tickets.get('202611230001')!;
	const messages = ticket.messages.map(message =>
		message.direction === 'out'
			? {...message, state: 'failed' as const, delivery: aDelivery()}
			: message,
	);
	screen.dispatch({type: 'ticket-came', ticket: {...ticket, messages}});
	const keys = [...'erneut senden'].map(key => (key === ' ' ? 'space' : key));
	const [step] = stepsOf(screen.press(':', ...keys, 'enter'));
	assert.deepEqual(step, {number: '202611230001', action: 'retrySend', input: {message: 'c2'}});
});

test('the palette finds commands in both languages and runs them', () => {
	const german = open();
	assert.equal(stepsOf(german.press(':', 'm', 'i', 'r', 'enter'))[0]?.action, 'claim');
	const english = open();
	const keys = ['ctrl+p', ...'assign to me'].map(key => (key === ' ' ? 'space' : key));
	assert.equal(stepsOf(english.press(...keys, 'enter')).length, 1);
});

test('the help stops at its end: the first step back moves it at once', () => {
	const screen = createPureScreen(answers, {columns: 60, rows: 16});
	const top = () => {
		const {overlay} = screen.state();
		return overlay?.kind === 'help' ? overlay.top : -1;
	};
	screen.press('?', ...Array.from({length: 30}, () => 'page-down'));
	const end = top();
	assert.ok(end > 0 && end < 100);
	screen.press('up');
	assert.equal(top(), end - 1);
});

test('undo, redo and repeat say so when there is nothing', () => {
	const screen = open();
	for (const key of ['u', 'U', '.']) {
		assert.deepEqual(screen.press(key), []);
		assert.equal(screen.state().toast?.words?.key, 'toast.blocked');
	}
});

test('plain effects: copy, import, redraw, suspend, mark all', () => {
	const types = ['y', 'Y', 'ctrl+r', 'ctrl+l', 'ctrl+z', 'V'].map(
		key => open().press(key)[0]?.type,
	);
	assert.deepEqual(types, ['copy', 'copy', 'import', 'redraw', 'suspend', 'mark-all']);
});

test('a wide window has two panes, and tab goes between them', () => {
	const screen = open(40, 140);
	screen.dispatch({type: 'ticket-opened', number: first, pane: 'list'});
	screen.press('tab');
	assert.equal(screen.state().pane, 'ticket');
	screen.press('tab');
	assert.equal(screen.state().pane, 'list');
});

test('every verb has its texts, and every name in the key file is a verb', () => {
	for (const verb of verbs) {
		assert.ok(isTextKey(verb.label), verb.label);
		if (Object.keys(verb.hint).length > 0) assert.ok(isTextKey(`hint.${verb.name}`), verb.name);
	}
	assert.equal(verbByName.size, verbs.length);
	for (const name of Object.keys(shippedKeys())) assert.ok(verbByName.has(name), name);
});

test('every file of the folder that defines verbs is in the list', () => {
	const folder = new URL('../../../source/ui/verb/', import.meta.url);
	const list = readFileSync(new URL('index.ts', folder), 'utf8');
	for (const file of readdirSync(folder)) {
		const text = readFileSync(new URL(file, folder), 'utf8');
		const [, name] = /^export const (\w+Verbs):/mu.exec(text) ?? [];
		if (name !== undefined) assert.ok(list.includes(`...${name},`), `${file}: ${name}`);
	}
});
