import assert from 'node:assert/strict';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, type TestContext, test} from 'node:test';
import {writePlan} from '../../source/store/backup/restore-plan.ts';
import {finishRestore, previousName, swapIn} from '../../source/store/backup/swap-in.ts';
import {must, problemOf} from '../result.ts';

const names = {fresh: 'run/restore-x', previous: 'before-x'};

/** A data folder with files that say `old`, and a backup unpacked in it whose files say `new`. */
const furnished = (t: TestContext): string => {
	const folder = mkdtempSync(join(tmpdir(), 'raute-swap-'));
	t.after(() => rmSync(folder, {recursive: true}));
	for (const [place, word] of [
		[folder, 'old'],
		[join(folder, names.fresh), 'new'],
	] as const) {
		mkdirSync(join(place, 'tickets'), {recursive: true});
		writeFileSync(join(place, 'tickets/1.json'), word);
		writeFileSync(join(place, 'desk.json'), word);
	}
	writeFileSync(join(folder, 'agents.json'), 'old');
	writeFileSync(join(folder, 'secrets.json'), 'old');
	writeFileSync(join(folder, names.fresh, 'message-id.key'), 'new');
	return folder;
};

const texts = (folder: string, ...paths: readonly string[]): readonly string[] =>
	paths.map(path => readFileSync(join(folder, path), 'utf8'));

const isRestored = (folder: string): void => {
	const found = readdirSync(folder).sort();
	const there = ['before-x', 'desk.json', 'message-id.key', 'run', 'secrets.json', 'tickets'];
	assert.deepEqual(found, there);
	const news = texts(folder, 'desk.json', 'message-id.key', 'secrets.json', 'tickets/1.json');
	assert.deepEqual(news, ['new', 'new', 'old', 'new']);
	const kept = ['agents.json', 'desk.json', 'secrets.json', 'tickets/1.json'];
	const olds = texts(join(folder, 'before-x'), ...kept);
	assert.deepEqual(olds, ['old', 'old', 'old', 'old']);
	assert.deepEqual(readdirSync(join(folder, 'run')), []);
};

const plan = {
	...names,
	leave: ['agents.json', 'desk.json', 'tickets'],
	take: ['desk.json', 'message-id.key', 'tickets'],
};

suite('exchanging the data for a backup', () => {
	test('the old data moves into a folder of its own, and secrets go on being used', async t => {
		const folder = furnished(t);
		await swapIn(folder, names);
		isRestored(folder);
		assert.ok((await finishRestore(folder)).ok);
		isRestored(folder);
	});

	const steps = plan.leave.length + plan.take.length;
	for (let done = 0; done <= steps; done += 1) {
		test(`what died after ${done} of ${steps} moves is finished`, async t => {
			const folder = furnished(t);
			await writePlan(folder, plan);
			mkdirSync(join(folder, 'before-x'));
			const moves = [
				...plan.leave.map(name => [name, `before-x/${name}`] as const),
				...plan.take.map(name => [`${names.fresh}/${name}`, name] as const),
			];
			for (const [from, to] of moves.slice(0, done)) {
				renameSync(join(folder, from), join(folder, to));
			}
			must(await finishRestore(folder));
			isRestored(folder);
		});
	}

	test('what the disk refuses is taken back', async t => {
		const folder = furnished(t);
		// Nothing can be moved into what leads nowhere.
		symlinkSync('/nowhere', join(folder, 'before-x'));
		await assert.rejects(swapIn(folder, names));
		rmSync(join(folder, 'before-x'), {force: true});
		assert.deepEqual(texts(folder, 'desk.json', 'tickets/1.json'), ['old', 'old']);
		assert.deepEqual(texts(join(folder, names.fresh), 'desk.json'), ['new']);
		must(await finishRestore(folder));
		assert.deepEqual(texts(folder, 'desk.json'), ['old']);
	});

	test('a plan whose backup is gone, or that is none, moves nothing', async t => {
		const folder = furnished(t);
		await writePlan(folder, plan);
		rmSync(join(folder, names.fresh), {recursive: true});
		assert.equal(problemOf(await finishRestore(folder)), 'document-unreadable');
		writeFileSync(join(folder, 'run/restore.json'), '{');
		assert.equal(problemOf(await finishRestore(folder)), 'document-unreadable');
		assert.deepEqual(texts(folder, 'desk.json'), ['old']);
	});

	test('each restore has a folder of its own for what was there', t => {
		const folder = furnished(t);
		const now = Date.parse('2026-11-28T10:00:00Z');
		const first = previousName(folder, now);
		mkdirSync(join(folder, first));
		assert.equal(previousName(folder, now), `${first}-2`);
	});
});
