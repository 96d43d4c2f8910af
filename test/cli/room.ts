// Runs the real program on data folders of their own.
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {launcher} from '../journey/room.ts';
import {codeCache} from '../server/code-cache.ts';

export type Run = {readonly code: number; readonly out: string; readonly err: string};

export type Room = {
	/** Everything of this test; `data` in it is the data folder. */
	readonly folder: string;
	/** `raute ARGS --data …`, with `input` as its standard input. */
	readonly raute: (args: readonly string[], input?: string | Uint8Array) => Promise<Run>;
	/** The same, still running: for what a person does meanwhile. */
	readonly spawn: (args: readonly string[]) => ChildProcessWithoutNullStreams;
	/** The same as `raute`, its standard output as JSON. */
	readonly json: (args: readonly string[]) => Promise<unknown>;
};

const environment = (folder: string) => ({
	...process.env,
	LC_ALL: 'C',
	NODE_OPTIONS: '',
	NODE_COMPILE_CACHE: codeCache,
	XDG_CONFIG_HOME: join(folder, 'config'),
	XDG_STATE_HOME: join(folder, 'state'),
});

const begin = (folder: string, args: readonly string[]): ChildProcessWithoutNullStreams =>
	spawn(launcher, args, {env: environment(folder)});

const run = (folder: string, args: readonly string[], input: string | Uint8Array): Promise<Run> =>
	new Promise((resolve, reject) => {
		const child = begin(folder, args);
		const out: Buffer[] = [];
		const err: Buffer[] = [];
		child.stdout.on('data', chunk => out.push(chunk));
		child.stderr.on('data', chunk => err.push(chunk));
		child.stdin.on('error', () => undefined);
		child.once('error', reject);
		child.once('close', code =>
			resolve({
				code: code ?? -1,
				out: Buffer.concat(out).toString('utf8'),
				err: Buffer.concat(err).toString('utf8'),
			}),
		);
		child.stdin.end(input);
	});

/** A fresh desk; its service is ended and the folder removed when the test is over. */
export const openRoom = async (t: TestContext): Promise<Room> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-cli-'));
	const data = ['--data', join(folder, 'data')];
	const raute: Room['raute'] = (args, input = '') => run(folder, [...args, ...data], input);
	t.after(async () => {
		await raute(['stop']);
		await rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50});
	});
	return {
		folder,
		raute,
		spawn: args => begin(folder, [...args, ...data]),
		json: async args => JSON.parse((await raute([...args, '--json'])).out),
	};
};

/** A raw mail of a person. */
export const rawMail = (
	id: string,
	{subject = 'Printer on fire', headers = []}: {subject?: string; headers?: readonly string[]} = {},
): string =>
	[
		'From: Kim Example <kim@example.test>',
		'To: support@desk.test',
		`Subject: ${subject}`,
		`Message-ID: <${id}@example.test>`,
		'Date: Mon, 23 Nov 2026 10:00:00 +0100',
		...headers,
		'',
		`Hello, this is mail ${id}.`,
		'',
	].join('\r\n');

/** Takes one mail in and answers its ticket's number. */
export const receiveOne = async (
	{raute}: Room,
	id: string,
	options: Parameters<typeof rawMail>[1] = {},
): Promise<string> => {
	const {out} = await raute(['receive'], rawMail(id, options));
	return out.trim().split(' ')[1] ?? '';
};
