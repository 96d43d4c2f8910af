/**
 * Runs the tests: `npm test [part of a path …]`. Tests of the mail parts need Dovecot; where it is
 * missing it is installed when root and apt-get are there (RAUTE_NO_INSTALL=1 forbids that),
 * elsewhere those tests are skipped and counted. With CI set a skipped test is a failure.
 */
import {globSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {fileURLToPath} from 'node:url';
import {codeCache} from './server/code-cache.ts';
import {prepareServers} from './server/prepare-servers.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * From both ends in turn, journeys first: they and the tests of the screen, at the other end, are long
 * and wait, and those that compute fill the cores until the last one ends.
 */
const inTurn = (files: readonly string[]): string[] =>
	files.map((_, index) => files.at(index % 2 === 0 ? index / 2 : -(index + 1) / 2) ?? '');

const isJourney = (file: string): boolean => file.startsWith('test/journey/');

const testFiles = (parts: readonly string[]): string[] =>
	globSync('test/**/*.test.{ts,tsx}', {cwd: root})
		.filter(file => parts.length === 0 || parts.some(part => file.includes(part)))
		.sort((a, b) => Number(isJourney(b)) - Number(isJourney(a)) || (a < b ? -1 : 1))
		.map(file => `${root}${file}`);

prepareServers();
process.env['NODE_COMPILE_CACHE'] = codeCache;
const stream = run({
	files: inTurn(testFiles(process.argv.slice(2))),
	// Most tests wait for servers and terminals more than they compute.
	concurrency: 2 * availableParallelism(),
	execArgv: [
		'--import',
		new URL('jsx.ts', import.meta.url).href,
		'--disable-warning=ExperimentalWarning',
	],
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
