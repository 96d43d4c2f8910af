import {fork} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Dovecot, dovecotMissing, startDovecot} from '../server/dovecot.ts';
import {officeMail} from './office-mails.ts';

type Sample = {readonly mails: number; readonly bytes: number};
type Run = {
	readonly mails: number;
	readonly milliseconds: number;
	/** Of all threads of the process. */
	readonly cpuMs: number;
	readonly samples?: readonly Sample[];
};

/** Mails per second. */
type ImportFigures = {
	readonly mails: number;
	readonly kilobytes: number;
	/** Before and after the import. */
	readonly bare: readonly [number, number];
	readonly imported: number;
	readonly ratio: number;
	/** Milliseconds of processor time a mail: says what a busy machine's rates do not. */
	readonly cpu: {readonly bare: number; readonly imported: number};
	/** Of the importing process, from its second half on: a start grows by nature. */
	readonly memoryMb: {readonly largest: number; readonly slopePer1000: number};
};

const inChild = async (name: string, ...args: readonly string[]): Promise<Run> => {
	const child = fork(fileURLToPath(new URL(name, import.meta.url)), args, {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		// As the launcher starts the program.
		execArgv: [...process.execArgv, '--max-semi-space-size=8'],
	});
	const [run] = await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`))),
	]);
	return run;
};

/** Least squares: megabytes that a thousand mails add. */
const slope = (samples: readonly Sample[]): number => {
	const mean = (of: (sample: Sample) => number) =>
		samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
	const [x, y] = [mean(sample => sample.mails), mean(sample => sample.bytes)];
	const over = mean(({mails, bytes}) => (mails - x) * (bytes - y));
	return over / mean(({mails}) => (mails - x) ** 2) / 1000;
};

const memoryOf = ({mails, samples = []}: Run): ImportFigures['memoryMb'] => {
	const late = samples.filter(sample => sample.mails > mails / 2);
	const largest = Math.round(Math.max(...samples.map(({bytes}) => bytes)) / 1e6);
	return {largest, slopePer1000: late.length < 5 ? Number.NaN : Number(slope(late).toFixed(2))};
};

const cpuOf = ({mails, cpuMs}: Run): number => Number((cpuMs / mails).toFixed(2));

const rate = ({mails, milliseconds}: Run): number => Math.round((mails / milliseconds) * 1000);

const deliver = async ({drop}: Dovecot, count: number): Promise<number> => {
	let bytes = 0;
	for (let number = 0; number < count; number += 1) {
		const mail = officeMail(number);
		bytes += mail.length;
		await drop.deliver(mail);
	}
	return bytes;
};

/**
 * Imports so many mails from a real Dovecot with every fsync, and reads the same mailbox by a bare
 * loop of imapflow and simpleParser before and after. Null where there is no Dovecot.
 */
export const importBench = async (count: number): Promise<ImportFigures | null> => {
	if (dovecotMissing() !== null) return null;
	const server = await startDovecot();
	const folder = await mkdtemp(join(tmpdir(), 'raute-bench-'));
	try {
		const bytes = await deliver(server, count);
		const account = JSON.stringify(server.account('support', 'none'));
		// The first look at a folder writes the server's own index of it.
		await inChild('./bare-child.ts', account);
		const before = await inChild('./bare-child.ts', account);
		const run = await inChild('./import-child.ts', folder, account);
		const bare = [rate(before), rate(await inChild('./bare-child.ts', account))] as const;
		return {
			mails: run.mails,
			kilobytes: Number((bytes / count / 1024).toFixed(1)),
			bare,
			imported: rate(run),
			ratio: Number(((2 * rate(run)) / (bare[0] + bare[1])).toFixed(2)),
			cpu: {bare: cpuOf(before), imported: cpuOf(run)},
			memoryMb: memoryOf(run),
		};
	} finally {
		await server.dispose();
		await rm(folder, {recursive: true, force: true});
	}
};
