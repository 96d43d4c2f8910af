import assert from 'node:assert/strict';
import {mkdir} from 'node:fs/promises';
import {test} from 'node:test';
import {makeRunFolder, runPaths} from '../../../source/service/run-folder.ts';
import {listen} from '../../../source/service/server/listen.ts';
import {newFolder} from '../room.ts';

const openServers = (): number =>
	process.getActiveResourcesInfo().filter(name => name === 'PipeServerWrap').length;

test('a socket that cannot be put into its place is closed again', async t => {
	const folder = await newFolder(t);
	await makeRunFolder(folder);
	await mkdir(runPaths(folder).socket);
	const before = openServers();
	await assert.rejects(
		listen(folder, () => undefined),
		{code: 'EISDIR'},
	);
	await new Promise(setImmediate);
	assert.equal(openServers(), before);
});
