import {type ChildProcess, spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Account, PassReport} from '../../source/domain/account/account.ts';

const child = fileURLToPath(new URL('./import-child.ts', import.meta.url));

/** A run of the importing process. */
export type ImportRun = {
	/** Resolves when it has opened its store, or ended before. */
	readonly ready: Promise<void>;
	/** Resolves when it ended; true when by a kill. */
	readonly ended: Promise<boolean>;
	readonly reports: readonly PassReport[];
	/** Checkpoints met, when they were asked for. */
	readonly names: readonly string[];
	readonly errors: () => string;
	readonly kill: () => void;
};

export type ImportRunOptions = {
	readonly folder: string;
	readonly account: Account;
	/** Ends by itself when a pass finds nothing new. */
	readonly toTheEnd?: boolean;
	readonly environment?: Readonly<Record<string, string>>;
};

const follow = (process: ChildProcess, onLine: (word: string, rest: string) => void) => {
	if (!process.stdout) return;
	createInterface({input: process.stdout}).on('line', line => {
		const space = line.indexOf(' ');
		onLine(space < 0 ? line : line.slice(0, space), space < 0 ? '' : line.slice(space + 1));
	});
};

/** Starts the importing process. */
export const startImport = (options: ImportRunOptions): ImportRun => {
	const {folder, account, toTheEnd = false, environment = {}} = options;
	const started = spawn(
		process.execPath,
		[child, folder, JSON.stringify(account), toTheEnd ? 'end' : 'on'],
		{stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, ...environment}},
	);
	const reports: PassReport[] = [];
	const names: string[] = [];
	let errors = '';
	started.stderr?.on('data', chunk => {
		errors = `${errors}${chunk}`.slice(-4000);
	});
	const ended = new Promise<boolean>(resolve => {
		started.once('close', (_code, signal) => resolve(signal === 'SIGKILL'));
	});
	const ready = new Promise<void>(resolve => {
		follow(started, (word, rest) => {
			if (word === 'ready') resolve();
			if (word === 'name') names.push(rest);
			if (word === 'pass') reports.push(JSON.parse(rest));
		});
		void ended.then(() => resolve());
	});
	return {ready, ended, reports, names, errors: () => errors, kill: () => started.kill('SIGKILL')};
};
