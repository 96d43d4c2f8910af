import assert from 'node:assert/strict';
import {open, readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openLog, serviceLog} from '../../../source/service/server/log.ts';
import {newFolder} from '../room.ts';

test('an event is one line with its time, whatever is in it', async t => {
	const file = join(await newFolder(t), 'service.log');
	const log = openLog(file);
	log('first');
	log('second\n\tat somewhere');
	const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
	assert.equal(lines.length, 2);
	assert.match(lines[0] ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+Z first$/u);
	assert.match(lines[1] ?? '', / second \| at somewhere$/u);
});

test('a log keeps two files of bounded size', async t => {
	const folder = await newFolder(t);
	const log = openLog(join(folder, 'service.log'), {maxBytes: 1000});
	for (let count = 0; count < 200; count++) {
		log(`event ${count} ${'ü'.repeat(10)}`);
	}
	assert.deepEqual((await readdir(folder)).sort(), ['service.log', 'service.log.1']);
	for (const name of await readdir(folder)) {
		assert.ok((await stat(join(folder, name))).size <= 1100);
	}
});

test('a log that cannot be written is silent', async t => {
	const log = openLog(join(await newFolder(t), 'missing', 'service.log'));
	assert.doesNotThrow(() => log('lost'));
});

test('a service writes into the file that is its standard error, and turns it over when it is large', async t => {
	const folder = await newFolder(t);
	const file = join(folder, 'service.log');
	const handle = await open(file, 'a');
	t.after(() => handle.close());
	const told: string[] = [];
	const log = serviceLog(file, line => told.push(line), handle.fd);
	for (let count = 0; count < 1200; count++) log('x'.repeat(1000));
	assert.deepEqual((await readdir(folder)).sort(), ['service.log', 'service.log.1']);
	assert.equal(told.length, 0);
	const elsewhere = serviceLog(join(folder, 'none'), line => told.push(line), handle.fd);
	elsewhere('one\ntwo');
	assert.match(told[0] ?? '', /^\d{4}-\S+Z one \| two$/u);
});
