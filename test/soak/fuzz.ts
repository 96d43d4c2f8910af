import {readdirSync, readFileSync} from 'node:fs';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {seeded} from '../mail/seeded.ts';
import {type Mutated, mutate} from './fuzz-mutate.ts';
import {receiveAll} from './fuzz-pipeline.ts';
import {readAll} from './fuzz-read.ts';

export type FuzzReport = {
	/** Give it again to get the same mails: `npm run soak -- fuzz --seed=N`. */
	readonly seed: number;
	readonly read: number;
	readonly received: number;
	readonly unreadable: Readonly<Record<string, number>>;
	readonly results: Readonly<Record<string, number>>;
	readonly slowestMs: number;
	readonly perSecond: number;
	readonly failures: readonly string[];
};

const letters = new URL('../mail/letter/', import.meta.url);

const seeds = (): readonly Buffer[] =>
	readdirSync(letters)
		.filter(name => name.endsWith('.eml'))
		.sort()
		.map(name => readFileSync(new URL(name, letters)));

/** Every tenth mail also goes the whole way into a data folder. */
const share = 10;
const batch = 500;

/**
 * Mutates the letters and reads what comes out: 100,000 mails, 2,000 in the short form. A part of them is
 * received into real data folders, and shown as commands and screen show it.
 */
export const fuzzSoak = async ({
	short,
	seed,
}: {
	readonly short: boolean;
	readonly seed: number;
}): Promise<FuzzReport> => {
	const count = short ? 2000 : 100_000;
	const random = seeded(seed);
	const all = seeds();
	const reader = createMailReader({size: 2});
	const failures: string[] = [];
	const results: Record<string, number> = {};
	const kept: Mutated[] = [];
	let received = 0;
	const receive = async (): Promise<void> => {
		const mails = kept.splice(0);
		received += mails.length;
		const report = await receiveAll(mails);
		failures.push(...report.failures);
		for (const [name, times] of Object.entries(report.results)) {
			results[name] = (results[name] ?? 0) + times;
		}
	};
	const unreadable: Record<string, number> = {};
	let slowestMs = 0;
	let readingMs = 0;
	for (let done = 0; done < count; done += batch) {
		const mails = Array.from({length: Math.min(batch, count - done)}, () => mutate(random, all));
		const started = performance.now();
		const report = await readAll(mails, reader);
		readingMs += performance.now() - started;
		failures.push(...report.failures);
		slowestMs = Math.max(slowestMs, report.slowestMs);
		for (const [name, times] of Object.entries(report.unreadable)) {
			unreadable[name] = (unreadable[name] ?? 0) + times;
		}
		kept.push(...mails.filter((_, index) => index % share === 0));
		if (kept.length >= batch) await receive();
	}
	if (kept.length > 0) await receive();
	await reader.close();
	const perSecond = Math.round((count / readingMs) * 1000);
	return {seed, read: count, received, unreadable, results, slowestMs, perSecond, failures};
};
