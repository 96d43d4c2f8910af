import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {openWorkshop} from '../../../../source/store/document/disk/workshop.ts';

const crowd = Array.from({length: 200}, (_, index) => index);

const open = (t: {after: (work: () => unknown) => void}) => {
	const folder = mkdtempSync(join(tmpdir(), 'raute-workshop-'));
	const points: string[] = [];
	const workshop = openWorkshop({checkpoint: name => points.push(name)});
	t.after(() => rmSync(folder, {recursive: true}));
	return {folder, workshop, points};
};

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

suite('a crowd of files that are made durable at once', () => {
	test('are all there, whole, with the stamps they were given, and nothing beside them', async t => {
		const {folder, workshop, points} = open(t);
		const stamps = await Promise.all(
			crowd.map(index =>
				workshop.write(join(folder, `${index}.json`), {
					content: index % 2 === 0 ? `Größe ${index}` : Buffer.from(`Größe ${index}`),
					create: index % 3 === 0,
				}),
			),
		);
		await Promise.all(crowd.map(() => workshop.syncNames(folder)));
		assert.equal(readdirSync(folder).length, crowd.length);
		for (const [index, stamp] of stamps.entries()) {
			const path = join(folder, `${index}.json`);
			assert.equal(readFileSync(path, 'utf8'), `Größe ${index}`);
			const {ino, mtimeMs, size} = statSync(path);
			assert.deepEqual(stamp, {inode: ino, mtime: mtimeMs, size});
		}
		assert.equal(points.filter(name => name === 'store.renamed').length, crowd.length);
		assert.equal(points.filter(name => name === 'store.directory-synced').length, crowd.length);
	});

	test('those whose name is taken are refused, the others are written', async t => {
		const {folder, workshop} = open(t);
		for (const index of crowd.filter(each => each % 4 === 0)) {
			writeFileSync(join(folder, `${index}`), 'old');
		}
		const results = await Promise.allSettled(
			crowd.map(index => workshop.write(join(folder, `${index}`), {content: 'new', create: true})),
		);
		for (const [index, result] of results.entries()) {
			const taken = index % 4 === 0;
			assert.equal(readFileSync(join(folder, `${index}`), 'utf8'), taken ? 'old' : 'new');
			assert.equal(result.status === 'rejected' && codeOf(result.reason), taken && 'EEXIST');
		}
		assert.equal(readdirSync(folder).length, crowd.length);
	});

	test('what the disk refuses comes back with its code', async t => {
		const {folder, workshop} = open(t);
		const results = await Promise.allSettled(
			crowd.map(index =>
				workshop.write(join(folder, 'missing', `${index}`), {content: '', create: false}),
			),
		);
		for (const result of results) {
			assert.equal(result.status === 'rejected' && codeOf(result.reason), 'ENOENT');
		}
	});

	test('a part of a larger memory is written as that part, and stays with its owner', async t => {
		const {folder, workshop} = open(t);
		const memory = Buffer.from(crowd.map(index => String(index).padStart(4, '0')).join(''));
		await Promise.all(
			crowd.map(index =>
				workshop.write(join(folder, `${index}`), {
					content: memory.subarray(index * 4, index * 4 + 4),
					create: true,
				}),
			),
		);
		assert.equal(memory.length, crowd.length * 4);
		for (const index of crowd) {
			assert.equal(Number(readFileSync(join(folder, `${index}`), 'latin1')), index);
		}
	});

	test('a large one among them is written too', async t => {
		const {folder, workshop} = open(t);
		const large = Buffer.alloc(3_000_000, 'x');
		await Promise.all(
			crowd.map(index =>
				workshop.write(join(folder, `${index}`), {
					content: index % 50 === 0 ? large : 'small',
					create: false,
				}),
			),
		);
		const sizes = crowd.map(index => statSync(join(folder, `${index}`)).size);
		assert.deepEqual(
			sizes,
			crowd.map(index => (index % 50 === 0 ? large.length : 5)),
		);
	});
});
