import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay, type Language} from '../../source/language/say.ts';
import {openRoom, type Room} from '../program/room.ts';
import {customerMails} from './mail.ts';

/** The rows of the list that are marked. */
const marked = (screen: string): readonly string[] =>
	screen.split('\n').filter(line => /^[> ]x/u.test(line));

const statuses = async (room: Room): Promise<readonly string[]> =>
	(await room.list()).map(({status}) => status).sort();

const furnish = async (room: Room): Promise<readonly string[]> => {
	const numbers = await room.receive(customerMails(3));
	for (const login of ['anna', 'ben'])
		await room.mustRaute(['agent', 'add', login, '--name', login === 'anna' ? 'Anna' : 'Ben']);
	return numbers;
};

for (const language of ['de', 'en'] as const satisfies readonly Language[]) {
	test(`the batch menu with a partial failure in ${language}`, {timeout: 120_000}, async t => {
		const say = createSay(language);
		const room = await openRoom(t, language);
		const numbers = await furnish(room);
		assert.equal(numbers.length, 3);
		const screen = room.screen(80, 24, ['--login', 'anna']);
		await screen.waitFor(shown => /^>/mu.test(shown) && shown.includes(say('list.noFilter')));
		screen.type('V');
		await screen.waitFor(shown => marked(shown).length === 3);
		// A colleague makes one of them private meanwhile: Anna may not change it any more.
		const [held = ''] = numbers;
		await room.mustRaute(['set', held, '--private', 'on', '--login', 'ben']);
		await screen.waitFor(say('row.masked'));
		screen.type('b');
		await screen.waitFor(say('picker.batch', {n: 3}));
		screen.type('o');
		await screen.waitFor(say('picker.status', {n: 3}));
		screen.type('k');
		const partly = say('toast.partly', {n: 2, of: 3, failed: 1});
		const after = await screen.waitFor(partly);
		assert.ok(after.includes(say('toast.failuresKey', {key: 'i'})), after);
		assert.ok(after.includes(say('toast.undoKey', {key: 'u'})), after);
		await screen.waitFor(shown => marked(shown).length === 1);
		assert.deepEqual(await statuses(room), ['clarify', 'clarify', 'new']);
		screen.type('i');
		const list = await screen.waitFor(say('picker.failures', {n: 1}));
		assert.ok(
			list.includes(say('problem.not-permitted.what').replace(/\.$/u, '').slice(0, 20)),
			list,
		);
		screen.type('\u001B');
		await screen.waitFor(shown => !shown.includes(say('picker.failures', {n: 1})));
		screen.type('u');
		await screen.waitFor(say('toast.undone', {what: ''}).trim());
		assert.deepEqual(await statuses(room), ['new', 'new', 'new']);
		screen.type('q');
	});
}
