import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';

test('the values of the desk are listed and set; wrong ones are refused and change nothing', async t => {
	const {raute, json} = await openRoom(t, 'en');
	await raute(['account', 'add', 'support', '--address', 's@desk.test']);
	const flags = ['--name', 'Hilfe', '--status-after-reply', 'clarify', '--undo-seconds', '20'];
	const more = ['--reopen-trash', 'on', '--max-mail-size', '10', '--default-account', 'support'];
	const set = await raute(['desk', 'set', ...flags, ...more]);
	assert.equal(set.code, 0, set.err);
	const expected = {
		name: 'Hilfe',
		defaultAccount: 'support',
		statusAfterReply: 'clarify',
		undoSeconds: 20,
		reopenTrash: true,
		maxMailBytes: 10 * 1024 * 1024,
	};
	assert.deepEqual(await json(['desk']), expected);
	const {out} = await raute(['desk', 'list', '--lang', 'de']);
	assert.match(out, /^.+\tKlären$/mu);
	const wrong: readonly [readonly string[], number][] = [
		[['--undo-seconds', '601'], 2],
		[['--status-after-reply', 'later'], 2],
		[['--reopen-trash', 'perhaps'], 2],
		[['--default-account', 'mars'], 1],
		[['--max-mail-size', '0'], 2],
		[['--name', ''], 2],
		[[], 2],
	];
	for (const [args, code] of wrong)
		assert.equal((await raute(['desk', 'set', ...args])).code, code, args.join(' '));
	assert.deepEqual(await json(['desk', 'list']), expected);
	await raute(['agent', 'add', 'anna']);
	assert.equal((await raute(['desk', 'set', '--name', 'x', '--login', 'anna'])).code, 77);
	assert.equal((await raute(['desk', 'strange'])).code, 2);
});
