/**
 * Runs the tests: `npm test [part of a path …]`. Tests of the mail parts need Dovecot; where it is
 * missing it is installed when root and apt-get are there (RAUTE_NO_INSTALL=1 forbids that),
 * elsewhere those tests are skipped and counted. With CI set a skipped test is a failure.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, globSync} from 'node:fs';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const dovecot = '/usr/sbin/dovecot';

const mayInstall = (): boolean =>
	process.getuid?.() === 0 &&
	existsSync('/usr/bin/apt-get') &&
	process.env['RAUTE_NO_INSTALL'] === undefined;

const installDovecot = (): void => {
	console.log('Dovecot is missing: installing Debian package dovecot-imapd for the mail tests.');
	const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
	const install = ['install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd'];
	for (const args of [['update', '-qq'], install]) {
		const {status} = spawnSync('apt-get', args, {env, stdio: ['ignore', 'ignore', 'inherit']});
		if (status !== 0) console.log(`apt-get ${args[0]} ended with ${status}.`);
	}
};

const prepareDovecot = (): void => {
	if (existsSync(dovecot)) return;
	if (mayInstall()) installDovecot();
	if (existsSync(dovecot)) return;
	console.log('Dovecot is missing: the tests that need it are skipped.');
	console.log('Install it with: apt-get install dovecot-imapd');
};

const testFiles = (parts: readonly string[]): string[] =>
	globSync('test/**/*.test.{ts,tsx}', {cwd: root})
		.filter(file => parts.length === 0 || parts.some(part => file.includes(part)))
		.sort()
		.map(file => `${root}${file}`);

prepareDovecot();
const stream = run({
	files: testFiles(process.argv.slice(2)),
	concurrency: 2,
	execArgv: ['--import', 'tsx', '--disable-warning=ExperimentalWarning'],
	timeout: 240_000,
	// A failed test may leave a server open, and its file would never end.
	signal: AbortSignal.timeout(20 * 60_000),
});
let skipped = 0;
stream.on('test:fail', () => {
	process.exitCode = 1;
});
stream.on('test:pass', ({skip}) => {
	if (skip !== undefined && skip !== false) skipped++;
});
stream.on('end', () => {
	if (skipped === 0 || process.env['CI'] === undefined) return;
	console.error(`${skipped} tests were skipped; with CI set that counts as a failure.`);
	process.exitCode = 1;
});
stream.compose(spec).pipe(process.stdout);
