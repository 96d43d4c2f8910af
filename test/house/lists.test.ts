import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const source = new URL('../../source/', import.meta.url);

/** Lists that name every file of a folder, and what lies in the folder beside: shapes and shared parts. */
const lists = [
	{list: 'domain/action/index.ts', folder: 'domain/action', beside: []},
	{list: 'domain/condition/index.ts', folder: 'domain/condition', beside: []},
	{list: 'store/migrate/index.ts', folder: 'store/migrate', beside: ['upgrade.ts']},
	{list: 'desk/client-desk.ts', folder: 'desk/verbs', beside: []},
	{list: 'cli/command-list.ts', folder: 'cli/command', beside: []},
	{list: 'ui/settings/tab-list.ts', folder: 'ui/settings/tab', beside: []},
	{list: 'ui/settings/tab-list.ts', folder: 'ui/setup/step', beside: []},
	{
		list: 'ui/verb/index.ts',
		folder: 'ui/verb',
		beside: [
			'ask-line.ts',
			'ask-path.ts',
			'batch.ts',
			'dialog.ts',
			'picker.ts',
			'snooze-time.ts',
			'snooze-word.ts',
			'target.ts',
			'template-line.ts',
		],
	},
] as const;

for (const {list, folder, beside} of lists)
	test(`${list} names every file of ${folder}`, () => {
		const text = readFileSync(new URL(list, source), 'utf8');
		const missing = readdirSync(new URL(folder, source)).filter(
			file => file !== 'index.ts' && !text.includes(`/${file}'`),
		);
		assert.deepEqual(missing, [...beside]);
	});
