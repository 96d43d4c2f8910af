import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openRoom, type Room} from '../program/room.ts';
import {rawMail} from './raw-mail.ts';

const said = async ({raute}: Room, ...lines: readonly string[]): Promise<string> => {
	const {code, out, err} = await raute(['--plain'], `${lines.join('\n')}\n`);
	assert.equal(code, 0, err);
	return out;
};

test('the history is read out, the newest first', async t => {
	const room = await openRoom(t, 'en');
	const [number = ''] = await room.receive([rawMail('a')]);
	const out = await said(room, number, 's', 'k', 'p', 'i');
	assert.match(out, /: priority: off then on\.\n.*: status: New then Clarify\./u);
	assert.match(await said(room, number, 'i 1'), /older entr.*, i \d+ reads all/u);
});

test('an answer can begin with a template that is looked for by words', async t => {
	const room = await openRoom(t, 'en');
	const flags = ['--address', 'support@desk.test', '--enabled', 'off', '--password-none'];
	const smtp = ['--smtp-host', '127.0.0.1', '--smtp-port', '9', '--smtp-tls', 'none'];
	await room.mustRaute(['account', 'add', 'support', ...flags, ...smtp]);
	await room.mustRaute(
		[
			'template',
			'add',
			'parcel',
			'--title',
			'Parcel lost',
			'--category',
			'Mail',
			'--language',
			'en',
		],
		'The parcel {TICKET} is on its way.',
	);
	const [number = ''] = await room.receive([rawMail('a')]);
	const lines = [number, 'v lost parcel', '1', 'It comes on Monday.', '.', 'q'];
	const out = await said(room, ...lines);
	assert.match(out, /1: Parcel lost$/mu);
	assert.match(out, new RegExp(`The parcel #?${number} is on its way`, 'u'));
	const again = await said(room, number, 'r', 'y', 'o', 'q');
	assert.match(again, /is on its way\.\n\nIt comes on Monday\./u);
	assert.match(await said(room, number, 'v xyzzy'), /No template matches/u);
});

test('a service that is stopped is said to be waited for within two seconds', async t => {
	const room = await openRoom(t, 'en');
	const [number = ''] = await room.receive([rawMail('a')]);
	const screen = room.screen(100, 24, ['--plain']);
	await screen.waitFor('list:');
	const pid = await room.servicePid();
	process.kill(pid, 'SIGSTOP');
	try {
		screen.type(`${number}\r`);
		await screen.waitFor('waiting for it', 2000);
	} finally {
		process.kill(pid, 'SIGCONT');
	}
	await screen.waitFor(`ticket ${number}:`);
});
