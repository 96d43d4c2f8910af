import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {openEmptyFolder} from '../folder.ts';

const thread = new URL('../../../source/store/words/word-thread.ts', import.meta.url).href;

/** Runs a program in a process of its own, which has to come to its end by itself. */
const runs = (program: string): string =>
	execFileSync(
		process.execPath,
		[
			'--import',
			'tsx',
			'--input-type=module',
			'--eval',
			`import {wordThread} from '${thread}'; ${program}`,
		],
		{encoding: 'utf8', timeout: 30_000},
	);

test('closing waits for answers that are on their way, and for the thread', t => {
	const {folder, remove} = openEmptyFolder();
	t.after(remove);
	const program = `
		const words = wordThread('${folder}/words.sqlite');
		const asked = words.ask({kind: 'apply', jobs: [{key: 1, token: 1, text: 'waage'}]});
		await words.close();
		console.log((await asked).ok);
	`;
	assert.equal(runs(program), 'true\n');
});

test('an idle thread keeps no process alive', t => {
	const {folder, remove} = openEmptyFolder();
	t.after(remove);
	const program = `
		const words = wordThread('${folder}/words.sqlite');
		console.log((await words.ask({kind: 'search', typed: 'waage', limit: 1})).ok);
	`;
	assert.equal(runs(program), 'true\n');
});
