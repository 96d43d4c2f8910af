import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {numberKey, numberOfKey} from '../number.ts';
import {searchText} from '../search-text.ts';
import type {WordJob} from './word-file.ts';
import type {Words} from './word-thread.ts';

/** Changes are gathered so long: many in one transaction cost half as much as one by one. */
const gatherMs = 25;

/** Jobs in one transaction; a question waits for one of them at most before its own. */
const batchJobs = 128;

/** What may wait before writers do: by count, and by the bytes of the documents. */
const mostWaiting = {jobs: 2000, bytes: 32 * 1024 * 1024};

type Pending = {
	readonly token: number;
	/** Null drops the words. */
	readonly ticket: Ticket | null;
	readonly bytes: number;
};

type Batch = ReadonlyArray<readonly [key: number, entry: Pending]>;

/** What waits to be indexed and what is being indexed: the last version of each ticket only. */
const backlog = () => {
	const pending = new Map<number, Pending>();
	const sent = new Map<number, Pending>();
	let bytes = 0;
	const add = (key: number, entry: Pending): void => {
		bytes += entry.bytes - (pending.get(key)?.bytes ?? 0);
		pending.set(key, entry);
	};
	return {
		add,
		/** Takes the oldest out. */
		take: (): Batch => {
			const taken: [number, Pending][] = [];
			for (const [key, entry] of pending) {
				if (taken.length === batchJobs) break;
				taken.push([key, entry]);
				bytes -= entry.bytes;
				pending.delete(key);
				sent.set(key, entry);
			}
			return taken;
		},
		/** What failed waits again, where nothing newer does or was sent. */
		settle: (taken: Batch, done: boolean): void => {
			for (const [key, entry] of taken) {
				if (sent.get(key) !== entry) continue;
				sent.delete(key);
				if (!done && !pending.has(key)) add(key, entry);
			}
		},
		isEmpty: (): boolean => pending.size === 0,
		isFull: (): boolean => pending.size > mostWaiting.jobs || bytes > mostWaiting.bytes,
	};
};

const jobOf = ([key, {token, ticket}]: Batch[number]): WordJob => ({
	key,
	token,
	text: ticket && searchText(ticket),
});

type WordIndexOptions = {
	readonly words: Words;
	readonly log: (line: string) => void;
};

/**
 * The full-text index behind the store's answers: a change waits for its document alone, its words
 * follow within moments. A question waits for the words of all changes before it. What a crash took
 * is found by `stale` at the next start; an index that fails is logged and tried again with the next
 * change, and never makes a write fail.
 */
export const wordIndex = ({words, log}: WordIndexOptions) => {
	const waiting = backlog();
	let timer: NodeJS.Timeout | undefined;
	let busy = false;
	let failed = false;

	const step = async (): Promise<boolean> => {
		const taken = waiting.take();
		const reply = await words.ask({kind: 'apply', jobs: taken.map(jobOf)});
		waiting.settle(taken, reply.ok);
		if (!reply.ok && !failed) log(`The words cannot be indexed: ${reply.text}`);
		failed = !reply.ok;
		return reply.ok;
	};
	/** Batch by batch: what comes meanwhile is gathered into the next one. */
	const work = async (): Promise<void> => {
		timer = undefined;
		busy = true;
		while (!waiting.isEmpty() && (await step()));
		busy = false;
	};
	/** Hands over all that waits at once; a question behind it finds it. */
	const handOver = (): Promise<unknown> => {
		const steps: Promise<boolean>[] = [];
		while (!waiting.isEmpty()) steps.push(step());
		return Promise.all(steps);
	};
	const add = (number: string, pending: Pending): void => {
		waiting.add(numberKey(number), pending);
		if (!busy) timer ??= setTimeout(() => void work(), gatherMs).unref();
	};

	return {
		/** Answers the token to remember at the ticket. `bytes`: about the size of its document. */
		put: (ticket: Ticket, bytes: number): number => {
			const token = Math.floor(Math.random() * 2 ** 47);
			add(ticket.number, {token, ticket, bytes});
			return token;
		},
		drop: (number: string): void => add(number, {token: 0, ticket: null, bytes: 0}),
		/** Resolves at once, or when the index has caught up with its writers. */
		room: async (): Promise<void> => {
			if (waiting.isFull() && !failed) await handOver();
		},
		search: async (typed: string, limit: number): Promise<Result<readonly string[]>> => {
			void handOver();
			const reply = await words.ask({kind: 'search', typed, limit});
			return reply.ok
				? ok(reply.keys.map(numberOfKey))
				: fail('data-unwritable', {path: 'cache', text: reply.text});
		},
		/** Overwrites what dropped words left in the file. */
		scrub: async (): Promise<Result<void>> => {
			await handOver();
			const reply = await words.ask({kind: 'scrub'});
			return reply.ok ? ok(undefined) : fail('data-unwritable', {path: 'cache', text: reply.text});
		},
		/** Numbers of tickets of the cache whose words are not indexed as they are. */
		stale: async (cachePath: string): Promise<readonly string[]> => {
			const reply = await words.ask({kind: 'compare', cachePath});
			if (!reply.ok) log(`The words cannot be compared with the cache: ${reply.text}`);
			return reply.ok ? reply.keys.map(numberOfKey) : [];
		},
		close: async (): Promise<void> => {
			clearTimeout(timer);
			await handOver();
			await words.close();
		},
	};
};

export type WordIndex = ReturnType<typeof wordIndex>;
