import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {must} from '../result.ts';
import {openEmptyFolder} from './folder.ts';
import {ticket} from './sample.ts';

const points = [
	'store.temp-created',
	'store.temp-written',
	'store.temp-synced',
	'store.renamed',
	'store.directory-synced',
];

/** Runs the child until it is killed at the named point; answers what it acknowledged before. */
const crashAt = async (folder: string, point: string, work: string): Promise<string> => {
	const child = spawn(
		process.execPath,
		[join(import.meta.dirname, 'crash-child.ts'), folder, point, work],
		{stdio: ['ignore', 'pipe', 'inherit']},
	);
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
	});
	const [code, signal] = await once(child, 'close');
	assert.deepEqual([code, signal], [null, 'SIGKILL'], `${point} was reached`);
	return output;
};

suite('a process killed in the middle of a write', () => {
	for (const point of points) {
		test(`at ${point} leaves the old or the new document, never half of one`, async () => {
			const data = openEmptyFolder();
			const first = await data.open();
			const {number} = must(await first.create('20261123', each => ticket(each)));
			await first.close();
			assert.equal(await crashAt(data.folder, point, 'change'), '');
			const store = await data.open();
			const after = must(await store.ticket(number));
			assert.ok([1, 2].includes(after.revision));
			assert.equal(after.subject, after.revision === 1 ? 'Waage zeigt nichts an' : 'neu');
			assert.deepEqual(must(await store.search('neu', 5)), after.revision === 2 ? [number] : []);
			const {findings} = must(await store.check({repair: true}));
			assert.ok(findings.every(({kind}) => kind === 'stray-file'));
			assert.deepEqual(must(await store.check({repair: false})).findings, []);
			await store.close();
			data.remove();
		});

		test(`at ${point} never gives a number twice`, async () => {
			const data = openEmptyFolder();
			assert.equal(await crashAt(data.folder, point, 'create'), '');
			const store = await data.open();
			const survivors = [...store.summaries().keys()];
			assert.ok(survivors.length <= 1);
			const {number} = must(await store.create('20261123', each => ticket(each)));
			assert.ok(!survivors.includes(number));
			assert.equal(store.summaries().size, survivors.length + 1);
			await store.close();
			data.remove();
		});
	}
});
