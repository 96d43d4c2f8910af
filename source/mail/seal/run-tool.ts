import {type ExecFileException, execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** What a tool of the system answered. */
export type ToolAnswer =
	| {readonly ran: true; readonly code: number; readonly out: Buffer; readonly err: string}
	| {readonly ran: false; readonly why: 'tool-missing' | 'timeout'};

/** A tool that asks a server or a person is given up. Milliseconds. */
const maxMs = 20_000;
const maxOutput = 64 * 1024 * 1024;

const answerOf = (error: ExecFileException | null, out: Buffer, err: Buffer): ToolAnswer => {
	if (error?.code === 'ENOENT') return {ran: false, why: 'tool-missing'};
	if (error?.killed) return {ran: false, why: 'timeout'};
	const failed = typeof error?.code === 'number' ? error.code : 255;
	return {ran: true, code: error ? failed : 0, out, err: err.toString()};
};

/**
 * Runs a program with its arguments, never through a shell and without a terminal to ask at. Answers its
 * exit code, 255 when a signal or too much output ended it.
 */
export const runTool = (tool: string, args: readonly string[]): Promise<ToolAnswer> =>
	new Promise(resolve => {
		const options = {encoding: 'buffer' as const, timeout: maxMs, maxBuffer: maxOutput};
		const child = execFile(tool, args, options, (error, out, err) =>
			resolve(answerOf(error, out, err)),
		);
		child.stdin?.end();
	});

/**
 * Lays files (0600) into a folder of their own (0700) for as long as `work` takes, and removes them
 * whatever happens. Gives `work` the path of a name in it.
 */
export const withFiles = async <T>(
	files: Readonly<Record<string, Uint8Array>>,
	work: (pathOf: (name: string) => string) => Promise<T>,
): Promise<T> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'raute-seal-'));
	try {
		for (const [name, bytes] of Object.entries(files)) {
			await writeFile(path.join(folder, name), bytes, {mode: 0o600, flag: 'wx'});
		}
		return await work(name => path.join(folder, name));
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
