import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {closeSync, existsSync, openSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const launcher = fileURLToPath(new URL('../../source/cli/raute', import.meta.url));

test('output that the disk had no room for is no success', {skip: !existsSync('/dev/full')}, t => {
	const full = openSync('/dev/full', 'w');
	t.after(() => closeSync(full));
	const {status, stderr} = spawnSync(launcher, ['--lang', 'en', 'where'], {
		stdio: ['ignore', full, 'pipe'],
		encoding: 'utf8',
	});
	assert.equal(status, 75);
	assert.match(stderr, /^raute: The disk is full/u);
});
