import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ok} from '../../source/domain/result.ts';
import {inInbox} from '../../source/domain/status.ts';
import {openDocumentStore} from '../../source/store/document/open-document-store.ts';
import type {Store} from '../../source/store/store.ts';
import {makeTickets} from './make-tickets.ts';
import {measure, timesOf} from './percentile.ts';

const writers = 8;

const line = (name: string, text: string): void => {
	process.stdout.write(`${name.padEnd(42)} ${text}\n`);
};

const openInChild = (folder: string): string =>
	execFileSync(process.execPath, [join(import.meta.dirname, 'open-child.ts'), folder], {
		encoding: 'utf8',
	});

/** Only root may empty the system's page cache. */
const dropPageCache = (): boolean => {
	try {
		execFileSync('sync');
		writeFileSync('/proc/sys/vm/drop_caches', '3');
		return true;
	} catch {
		return false;
	}
};

const open = async (folder: string): Promise<Store> => {
	const clock = {now: Date.now, newId: () => ''};
	const quiet = () => undefined;
	const store = await openDocumentStore({folder, clock, checkpoint: quiet, log: quiet});
	if (!store.ok) throw new Error(JSON.stringify(store.problem));
	return store.value;
};

/** Changes of the status (no new words) and new comments (words to index) by writers at once. */
const benchUpdates = async (store: Store, numbers: readonly string[], words: boolean) => {
	const updates = Math.min(4000, numbers.length);
	const milliseconds: number[] = [];
	let next = 0;
	const writer = async (): Promise<void> => {
		while (next < updates) {
			const index = next;
			next += 1;
			const number = numbers[(index * 7919) % numbers.length] ?? '';
			const started = performance.now();
			const result = await store.change(number, before =>
				ok({
					...before,
					prio: !before.prio,
					comments: words
						? [...before.comments, {id: `c${index}`, author: 'anna', at: '', text: 'Erledigt.'}]
						: before.comments,
				}),
			);
			if (!result.ok) throw new Error(JSON.stringify(result.problem));
			milliseconds.push(performance.now() - started);
		}
	};
	const started = performance.now();
	await Promise.all(Array.from({length: writers}, writer));
	const rate = Math.round((updates / (performance.now() - started)) * 1000);
	const {p50, p99} = timesOf(milliseconds);
	const name = words ? 'comments' : 'flags';
	line(`${writers} writers, ${name}`, `${rate}/s, p50 ${p50} ms, p99 ${p99} ms`);
};

const benchQuestions = async (store: Store): Promise<void> => {
	const window = await measure(20, async () => {
		const rows = [...store.summaries().values()].filter(row => inInbox(row.status));
		return rows.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, 60);
	});
	line('scan, sort and cut a window', `p50 ${window.p50} ms, p99 ${window.p99} ms`);
	const words = ['waage', 'vertrag netzteil', 'müller rechnung', 'lohse doppelt', 'kunde77'];
	const search = await measure(50, index => store.search(words[index % words.length] ?? '', 50));
	line('full text, 50 newest', `p50 ${search.p50} ms, p99 ${search.p99} ms`);
};

const benchMails = async (store: Store): Promise<void> => {
	const mail = new Uint8Array(4600);
	const started = performance.now();
	const count = 1000;
	for (let chunk = 0; chunk < count / 50; chunk += 1) {
		await Promise.all(
			Array.from({length: 50}, (_, index) => {
				new DataView(mail.buffer).setUint32(0, chunk * 50 + index);
				return store.putFile(mail.slice(), {defer: true});
			}),
		);
		await store.flush();
	}
	const rate = Math.round((count / (performance.now() - started)) * 1000);
	line('raw mails of 4.6 kB, flushed by 50', `${rate}/s`);
};

const benchSize = async (count: number): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'raute-bench-'));
	const started = performance.now();
	const numbers = makeTickets({folder, count, seed: 1});
	line(`${count} tickets`, `made in ${Math.round(performance.now() - started)} ms`);
	line('open without a cache', openInChild(folder));
	line('open, warm', openInChild(folder));
	line('open, cold', dropPageCache() ? openInChild(folder) : 'not measured: needs root');
	const store = await open(folder);
	await benchUpdates(store, numbers, false);
	await benchUpdates(store, numbers, true);
	await benchQuestions(store);
	await benchMails(store);
	const snapshot = performance.now();
	await store.snapshot(`${folder}-snapshot`);
	line('snapshot', `${Math.round(performance.now() - snapshot)} ms`);
	const check = performance.now();
	const report = await store.check({repair: false});
	const found = report.ok ? report.value.findings.length : -1;
	line('check', `${Math.round(performance.now() - check)} ms, ${found} findings`);
	await store.close();
	for (const path of [folder, `${folder}-snapshot`]) rmSync(path, {recursive: true, force: true});
};

/** Prints what the store costs, for each count of tickets. */
export const storeBench = async (counts: readonly number[] = [10_000]): Promise<void> => {
	for (const count of counts) await benchSize(count);
};
