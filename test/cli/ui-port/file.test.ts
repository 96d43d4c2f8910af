import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {filePorts} from '../../../source/cli/ui-port/file.ts';
import {must} from '../../result.ts';

test('a whole path that is pasted behind the ~/ of the field is meant as it stands', async t => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-file-'));
	t.after(() => rm(folder, {recursive: true, force: true}));
	const file = join(folder, 'Angebot.pdf');
	await writeFile(file, 'PDF');
	const read = must(await filePorts.readFileForAttachment(`~/${file}`));
	assert.equal(read.name, 'Angebot.pdf');
	assert.equal((await filePorts.completePath(`~/${folder}/Ang`)).path, `~/${file}`);
});
