/** `UPDATE=1` writes the generated tables anew. */
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {featureTable} from '../checklist/chapters.ts';
import {keyTable} from './key-table.ts';

const file = new URL('../../README.md', import.meta.url);

const generated = [
	{name: 'keys', title: 'the keys in the README are those of the program', table: keyTable},
	{
		name: 'features',
		title: 'the features in the README are the rows of the checklist, each with its test',
		table: featureTable,
	},
] as const;

for (const {name, title, table} of generated)
	test(title, () => {
		const readme = readFileSync(file, 'utf8');
		const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`, 'u');
		assert.match(readme, place);
		const wanted = readme.replace(
			place,
			(_, begin: string, end: string) => `${begin}${table()}\n${end}`,
		);
		if (process.env['UPDATE'] === '1') writeFileSync(file, wanted);
		assert.equal(process.env['UPDATE'] === '1' ? wanted : readme, wanted);
	});

test('every dependency has its reason in the README', () => {
	const readme = readFileSync(file, 'utf8');
	const manifest = JSON.parse(
		readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
	) as Record<string, Record<string, string>>;
	const names = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap(kind =>
		Object.keys(manifest[kind] ?? {}),
	);
	for (const name of names) assert.ok(readme.includes(`\`${name}\``), `${name} has no reason`);
});
