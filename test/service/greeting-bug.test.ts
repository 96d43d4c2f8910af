import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import {connectDesk} from '../../source/service/client/client.ts';
import {fakeDesk} from './fake-desk.ts';
import {clientOptions, newFolder, served, taken} from './room.ts';

test('a bug in the greeting of one client ends its connection, not the service', async t => {
	const folder = await newFolder(t);
	const desk = fakeDesk(folder);
	const lines: string[] = [];
	const as: typeof desk.as = login => {
		if (login === 'ben') throw new Error('a bug');
		return desk.as(login);
	};
	await served(t, {
		dataFolder: folder,
		openDesk: async () => ok({...desk, as}),
		log: line => lines.push(line),
	});
	const refused = await connectDesk({...clientOptions(folder), login: 'ben'});
	assert.equal(refused.ok ? '' : refused.problem.name, 'connection-lost');
	assert.ok(lines.some(line => line.includes('a bug')));
	const anna = taken(await connectDesk({...clientOptions(folder), login: 'anna'}));
	assert.ok((await anna.me()).ok);
	await anna.close();
});
