// A data folder, a home of its own, and the program as it is delivered.
import assert from 'node:assert/strict';
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {codeCache} from '../server/code-cache.ts';
import {type Run, runHere} from './run-here.ts';
import {type JourneyTerminal, startTerminal} from './terminal.ts';

const launcher = fileURLToPath(new URL('../../source/cli/raute', import.meta.url));
const built = fileURLToPath(new URL('../../.build/cli/main.js', import.meta.url));

type Language = 'de' | 'en';

/** A message of `raute show --json`, as far as the journeys look at it. */
type ShownMessage = {
	readonly direction: 'in' | 'out';
	readonly state: string;
	readonly text: string;
	readonly messageId: string;
	readonly bounce: {
		readonly address: string;
		readonly status: string;
		readonly permanent: boolean;
		readonly of: string;
	} | null;
};

/** What `raute show --json` and `raute list --json` say of a ticket (cli.md). */
export type ShownTicket = {
	readonly number: string;
	readonly subject: string;
	readonly status: string;
	readonly queue: string | null;
	readonly project: string | null;
	readonly assignee: string | null;
	readonly requester: {readonly name: string; readonly address: string};
	readonly flags: {
		readonly prio: boolean;
		readonly personal: boolean;
		readonly private: boolean;
	};
	readonly tags: readonly string[];
	readonly unread?: boolean;
	readonly messages: readonly ShownMessage[];
	readonly comments: ReadonlyArray<{readonly text: string}>;
};

export type {Run} from './run-here.ts';

export type Room = {
	readonly folder: string;
	readonly dataFolder: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/**
	 * Runs a command of raute to its end, in this process: in one of its own it takes thirty times as
	 * long to start as to run.
	 */
	raute(args: readonly string[], input?: string | Uint8Array): Promise<Run>;
	/** The same in a process of its own, for what only that shows. */
	process(args: readonly string[], input?: string | Uint8Array): Promise<Run>;
	/** The same for commands that must succeed; answers what they print. */
	mustRaute(args: readonly string[], input?: string | Uint8Array): Promise<string>;
	/** What a command prints with `--json`, whether it succeeds or not. */
	json(args: readonly string[]): Promise<unknown>;
	/** A command that is left running: for what a person does meanwhile. */
	spawn(args: readonly string[]): ChildProcessWithoutNullStreams;
	show(number: string): Promise<ShownTicket>;
	list(...args: readonly string[]): Promise<readonly ShownTicket[]>;
	/** Hands in mails; answers the numbers of their tickets. */
	receive(mails: readonly string[]): Promise<readonly string[]>;
	/** The screen in a pseudo-terminal of this size; with arguments, that command. */
	screen(
		columns: number,
		rows: number,
		args?: readonly string[],
		env?: Room['env'],
	): JourneyTerminal;
	/** Process id of the running service. */
	servicePid(): Promise<number>;
};

const run = async (
	child: ChildProcessWithoutNullStreams,
	input: string | Uint8Array,
): Promise<Run> => {
	const out: Buffer[] = [];
	const err: Buffer[] = [];
	child.stdout.on('data', chunk => out.push(chunk));
	child.stderr.on('data', chunk => err.push(chunk));
	// A command that does not read its input closes it.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
	const [code] = await once(child, 'close');
	clearTimeout(timer);
	const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
	return {code: code ?? -1, out: text(out), err: text(err)};
};

const environment = (folder: string, language: Language): Room['env'] => ({
	PATH: process.env['PATH'],
	HOME: folder,
	TERM: 'xterm-256color',
	TZ: 'Europe/Berlin',
	LANG: language === 'de' ? 'de_DE.UTF-8' : 'en_US.UTF-8',
	RAUTE_DATA: join(folder, 'data'),
	RAUTE_TEST_PASSWORD: 'geheim',
	NODE_COMPILE_CACHE: codeCache,
	XDG_CONFIG_HOME: join(folder, 'config'),
	XDG_STATE_HOME: join(folder, 'state'),
	XDG_RUNTIME_DIR: join(folder, 'runtime'),
});

/** A fresh room; its service and its screens end with the test. */
export const openRoom = async (
	t: Pick<TestContext, 'after'>,
	language: Language,
): Promise<Room> => {
	assert.ok(existsSync(built), 'the program is not built: npm run prepare');
	const folder = await mkdtemp(join(tmpdir(), 'raute-room-'));
	const dataFolder = join(folder, 'data');
	for (const name of ['config', 'state', 'runtime']) {
		await mkdir(join(folder, name), {mode: 0o700});
	}
	const env = environment(folder, language);
	const screens: JourneyTerminal[] = [];
	const start: Room['spawn'] = args => spawn(launcher, args, {env, stdio: 'pipe'});
	const raute: Room['raute'] = (args, input = '') => runHere(args, {input, env, launcher});
	const mustRaute: Room['mustRaute'] = async (args, input) => {
		const {code, out, err} = await raute(args, input);
		assert.equal(code, 0, `raute ${args.join(' ')}: ${err}`);
		return out;
	};
	t.after(async () => {
		for (const screen of screens) await screen.close();
		await raute(['stop']);
		await rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50});
	});
	return {
		folder,
		dataFolder,
		env,
		raute,
		process: (args, input = '') => run(start(args), input),
		mustRaute,
		json: async args => JSON.parse((await raute([...args, '--json'])).out),
		spawn: start,
		show: async number => JSON.parse(await mustRaute(['show', number, '--json'])),
		list: async (...args) => JSON.parse(await mustRaute(['list', ...args, '--json'])),
		receive: async mails => {
			const mbox = join(folder, 'mails.mbox');
			await writeFile(
				mbox,
				mails.map(mail => `From - Mon Nov 23 09:00:00 2026\n${mail}\n`).join(''),
			);
			const lines = await mustRaute(['receive', '--mbox', mbox, '--json']);
			return lines.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line).number]));
		},
		screen(columns, rows, args = [], own = env) {
			const screen = startTerminal({file: launcher, args, columns, rows, env: own});
			screens.push(screen);
			return screen;
		},
		servicePid: async () => {
			const {pid} = JSON.parse(await mustRaute(['status', '--json', '--no-start']));
			assert.ok(Number.isInteger(pid) && pid > 1);
			return pid;
		},
	};
};

/** One room for those tests of a file that do not mind what the others leave there. */
export const roomOfFile = (
	language: Language,
	furnish: (room: Room) => Promise<void> = async () => undefined,
): (() => Room) => {
	const ends: Array<() => unknown> = [];
	let room: Room | undefined;
	before(async () => {
		room = await openRoom({after: end => void ends.push(end as () => unknown)}, language);
		await furnish(room);
	});
	after(async () => {
		for (const end of ends) await end();
	});
	return () => {
		assert.ok(room);
		return room;
	};
};

/** Puts an account document into the data folder; the service must not run yet. */
export const furnishAccount = async (room: Room, account: object): Promise<void> => {
	await mkdir(join(room.dataFolder, 'accounts'), {recursive: true, mode: 0o700});
	const document = {v: 1, account, state: {marks: {}, lastPass: null}};
	const file = join(room.dataFolder, 'accounts', 'support.json');
	await writeFile(file, JSON.stringify(document), {mode: 0o600});
};

/** The ticket in the row that the cursor of the list stands on. */
export const ticketAtCursor = async (room: Room, screen: JourneyTerminal): Promise<ShownTicket> => {
	const row = (await screen.waitFor(/^>/mu)).split('\n').find(line => line.startsWith('>')) ?? '';
	const found = (await room.list()).find(({number}) =>
		row.includes(`${number.slice(4, 8)}${row.includes('-') ? '-' : ''}${number.slice(8)}`),
	);
	assert.ok(found, `no ticket stands in ${row}`);
	return found;
};
