import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {StartCommand} from '../service/client/start-service.ts';

const manifest = new URL('../../package.json', import.meta.url);

/** The version in package.json. */
export const programVersion = (): string =>
	(JSON.parse(readFileSync(manifest, 'utf8')) as {version: string}).version;

/** The launcher that starts the program on a fitting Node, as an absolute path. */
export const launcher = (): string => fileURLToPath(new URL('./raute', import.meta.url));

/** `main.ts` in a checkout, `main.js` in the compiled tree. */
const mainFile = import.meta.url.endsWith('.ts') ? './main.ts' : './main.js';

/** The command that starts this very program again, on the same Node, with other arguments. */
export const thisProgram = (args: readonly string[]): StartCommand => ({
	file: process.execPath,
	args: [...process.execArgv, fileURLToPath(new URL(mainFile, import.meta.url)), ...args],
	env: process.env,
});
