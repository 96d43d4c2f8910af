import {spawn} from 'node:child_process';

/** What a command printed as its first line, or why there is none: `timeout`, `too much`, its exit code. */
export type Printed =
	| {readonly ok: true; readonly line: string}
	| {readonly ok: false; readonly why: string};

const mostBytes = 64 * 1024;
const lineFeed = 0x0a;

/**
 * Runs a command in a shell without input; nothing of what it says goes anywhere else. One that takes
 * longer, or prints without end, is ended with everything that it started: what waits for a person
 * would else be left behind at each import. What it leaves running when it is done is its own affair.
 */
export const firstLineOf = (command: string, milliseconds = 15_000): Promise<Printed> =>
	new Promise(resolve => {
		const child = spawn('/bin/sh', ['-c', command], {
			stdio: ['ignore', 'pipe', 'ignore'],
			detached: true,
		});
		let out = Buffer.alloc(0);
		const finish = (printed: Printed) => {
			clearTimeout(timer);
			child.stdout.destroy();
			resolve(printed);
		};
		const giveUp = (why: string) => {
			try {
				if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
			} catch {
				// The whole group has ended meanwhile.
			}
			finish({ok: false, why});
		};
		const ended = (code: number | null) =>
			finish(
				code === 0
					? {ok: true, line: out.toString('utf8').split(/\r?\n/u)[0] ?? ''}
					: {ok: false, why: String(code ?? 'killed')},
			);
		const timer = setTimeout(() => giveUp('timeout'), milliseconds);
		child.stdout.on('data', (chunk: Buffer) => {
			out = Buffer.concat([out, chunk]);
			if (out.length > mostBytes) giveUp('too much');
			// Somebody in the background may keep the pipe open, so `close` may stay away.
			else if (child.exitCode !== null && out.includes(lineFeed)) ended(child.exitCode);
		});
		child.once('exit', code => {
			if (code !== 0 || out.includes(lineFeed)) ended(code);
		});
		child.once('close', code => ended(code));
		child.once('error', error =>
			finish({ok: false, why: (error as NodeJS.ErrnoException).code ?? 'error'}),
		);
	});
