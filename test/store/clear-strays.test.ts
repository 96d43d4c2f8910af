import assert from 'node:assert/strict';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import {must} from '../result.ts';
import {until} from '../until.ts';
import {openEmptyFolder} from './folder.ts';
import {ticket} from './sample.ts';

test('what a killed process was writing is cleared away at the next start', async () => {
	const data = openEmptyFolder();
	const first = await data.open();
	const {number} = must(await first.create('20261123', each => ticket(each)));
	await first.close();
	const strays = [
		`.desk.json.${process.pid}.1.tmp`,
		`accounts/.a.json.1.2.tmp`,
		`tickets/2026-11/.${number}.json.${process.pid}.1.tmp`,
		`mail/ab/.${'ab'.repeat(32)}.eml.7.3.tmp`,
	];
	mkdirSync(join(data.folder, 'mail/ab'), {recursive: true});
	mkdirSync(join(data.folder, 'accounts'), {recursive: true});
	for (const path of strays) writeFileSync(join(data.folder, path), 'half');
	const store = await data.open();
	for (let count = 0; count < 20; count += 1) {
		must(await store.change(number, one => ok({...one, subject: `change ${count}`})));
	}
	await until(async () => strays.every(path => !existsSync(join(data.folder, path))));
	assert.deepEqual(must(await store.check({repair: false})).findings, []);
	await store.close();
	assert.ok(data.lines.includes('4 files of interrupted writes were removed'), data.lines.join());
	data.remove();
});
