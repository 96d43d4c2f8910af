import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const biome = path.join(root, 'node_modules/.bin/biome');

/** Planted files: what each imports or uses, and the rule that must object (null: allowed). */
const planted: ReadonlyArray<readonly [file: string, text: string, rule: string | null]> = [
	['domain/a.ts', "import {x} from '../desk/desk.ts'; export const y = x;", 'noRestrictedImports'],
	['domain/b.ts', 'export const now = () => Date.now();', 'noRestrictedGlobals'],
	[
		'domain/c.ts',
		"import {readFileSync} from 'node:fs'; export const y = readFileSync;",
		'noNodejsModules',
	],
	[
		'domain/list/d.ts',
		"import {x} from '../../store/store.ts'; export const y = x;",
		'noRestrictedImports',
	],
	['domain/e.ts', "import {x} from './ok.ts'; export const y = x;", null],
	['desk/a.ts', "import {x} from '../mail/connect.ts'; export const y = x;", 'noRestrictedImports'],
	['desk/b.ts', "import {x} from '../mail/mail.ts'; export const y = x;", null],
	[
		'desk/c.ts',
		"import {x} from '../store/document/document.ts'; export const y = x;",
		'noRestrictedImports',
	],
	['desk/d.ts', "import {x} from '../store/store.ts'; export const y = x;", null],
	['mail/a.ts', "import {x} from '../store/store.ts'; export const y = x;", 'noRestrictedImports'],
	['store/a.ts', "import {x} from '../mail/mail.ts'; export const y = x;", 'noRestrictedImports'],
	[
		'service/a.ts',
		"import {x} from '../store/store.ts'; export const y = x;",
		'noRestrictedImports',
	],
	['ui/a.ts', "import {x} from '../service/client.ts'; export const y = x;", 'noRestrictedImports'],
	['ui/b.ts', "import {x} from '../desk/open-desk.ts'; export const y = x;", 'noRestrictedImports'],
	['ui/c.ts', "import {x} from '../desk/desk.ts'; export const y = x;", null],
	['ui/d.ts', "import {x} from 'node:fs'; export const y = x;", 'noRestrictedImports'],
	['language/a.ts', "import {x} from '../ui/app.ts'; export const y = x;", 'noRestrictedImports'],
	['ui/e.ts', "import {f} from './f.ts'; export const e = f;", 'noImportCycles'],
	['ui/f.ts', "import {e} from './e.ts'; export const f = e;", 'noImportCycles'],
];

let folder = '';

before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'raute-rules-'));
	await cp(path.join(root, '.biome.json'), path.join(folder, '.biome.json'));
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
