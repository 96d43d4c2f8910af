import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const biome = path.join(root, 'node_modules/.bin/biome');

type Plant = readonly [file: string, text: string, rule: string | null];

/** Files of a room that import, one way each time: values, types, on, and when they run. */
const planting =
	(rule: string | null) =>
	(room: string) =>
	(target: string, index: number): Plant => {
		const isOutside = /^[a-z]+\//u.test(target);
		const path = isOutside ? `${'../'.repeat(room.split('/').length)}${target}` : target;
		const ways = [
			`import {x} from '${path}'; export const y = x;`,
			`import type {x} from '${path}'; export type Y = x;`,
			`export {x} from '${path}';`,
			`export const y = () => import('${path}');`,
		];
		const file = `${room}/${rule === null ? 'may' : 'must-not'}-${target.replace(/[^a-z]/gu, '')}.ts`;
		return [file, ways[index % ways.length] ?? '', rule];
	};

const refused = planting('noRestrictedImports');
const allowed = planting(null);

/** Planted files: what each imports or uses, and the rule that must object (null: allowed). */
const planted: readonly Plant[] = [
	...['desk/desk.ts', 'store/store.ts', 'mail/mail.ts', 'service/client/client.ts'].map(
		refused('domain'),
	),
	...['ui/app.tsx', 'language/say.ts', 'cli/main.ts'].map(refused('domain/list')),
	...['lowdb', 'ink', 'react', 'imapflow'].map(refused('domain')),
	...['valibot', './ok.ts', '../domain/ok.ts'].map(allowed('domain')),
	['domain/time.ts', 'export const now = () => Date.now();', 'noRestrictedGlobals'],
	['domain/chance.ts', 'export const id = () => crypto.randomUUID();', 'noRestrictedGlobals'],
	['domain/wait.ts', 'export const wait = setInterval(() => 1, 1);', 'noRestrictedGlobals'],
	['domain/node.ts', "export {readFileSync} from 'node:fs';", 'noNodejsModules'],

	...['mail/mail.ts', 'desk/desk.ts', 'service/client/client.ts'].map(refused('store')),
	...['ui/app.tsx', 'language/say.ts', 'cli/main.ts'].map(refused('store')),
	...['store/store.ts', 'desk/desk.ts', 'service/client/client.ts'].map(refused('mail')),
	...['ui/app.tsx', 'language/say.ts', 'cli/main.ts'].map(refused('mail/imap')),
	...['mail/imap/connect.ts', 'store/document/shelf.ts', 'service/client/client.ts'].map(
		refused('desk'),
	),
	...['ui/app.tsx', 'language/say.ts', 'cli/main.ts'].map(refused('desk/send')),
	...['mail/mail.ts', 'store/store.ts', 'domain/ok.ts'].map(allowed('desk')),
	...['desk/open-desk.ts', 'store/store.ts', 'mail/mail.ts'].map(refused('service')),
	...['ui/app.tsx', 'language/say.ts', 'cli/main.ts'].map(refused('service')),
	...['desk/desk.ts', 'domain/ok.ts'].map(allowed('service')),
	...['desk/open-desk.ts', 'store/store.ts', 'mail/mail.ts'].map(refused('ui')),
	...['service/client/client.ts', 'cli/main.ts', 'node:fs', 'node:net'].map(refused('ui/screen')),
	...['desk/desk.ts', 'domain/ok.ts', 'language/say.ts'].map(allowed('ui')),
	...['desk/desk.ts', 'store/store.ts', 'mail/mail.ts'].map(refused('language')),
	...['service/client/client.ts', 'ui/app.tsx', 'cli/main.ts'].map(refused('language')),
	...['desk/open-desk.ts', 'ui/app.tsx', 'service/client/client.ts'].map(allowed('cli')),

	['ui/e.ts', "import {f} from './f.ts'; export const e = f;", 'noImportCycles'],
	['ui/f.ts', "import {e} from './e.ts'; export const f = e;", 'noImportCycles'],
	['ui/all.ts', "export * from './ok.ts';", 'noReExportAll'],
	['cli/default.ts', 'export default 1;', 'noDefaultExport'],
];

let folder = '';

before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'raute-rules-'));
	for (const name of ['.biome.json', 'package.json'])
		await cp(path.join(root, name), path.join(folder, name));
	for (const [file, text] of planted) {
		const target = path.join(folder, 'source', file);
		await mkdir(path.dirname(target), {recursive: true});
		await writeFile(target, `${text}\n`);
	}
});

after(() => rm(folder, {recursive: true, force: true}));

type Report = {diagnostics: Array<{category: string; location: {path: string | {file: string}}}>};

const lint = (): Promise<Report> =>
	new Promise(resolve => {
		const options = {cwd: folder, maxBuffer: 16 * 1024 * 1024};
		execFile(
			biome,
			['lint', '--vcs-enabled=false', '--reporter=json', 'source'],
			options,
			(_error, stdout) => {
				resolve(JSON.parse(stdout) as Report);
			},
		);
	});

test('the linter objects to every planted import across rooms, and to nothing that is allowed', async () => {
	const {diagnostics} = await lint();
	const found = diagnostics.map(({category, location}) => {
		const where = typeof location.path === 'string' ? location.path : location.path.file;
		return `${where.replace(/^.*source\//, '')} ${category.split('/').at(-1)}`;
	});
	for (const [file, , rule] of planted) {
		const rules = found.filter(line => line.startsWith(`${file} `)).map(line => line.split(' ')[1]);
		if (rule === null) assert.deepEqual(rules, [], `${file} is allowed`);
		else
			assert.ok(
				rules.includes(rule),
				`${file} must be refused by ${rule}, got ${rules.join(', ')}`,
			);
	}
});
