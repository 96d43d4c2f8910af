import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import type {Stamp} from '../../shelf.ts';
import {UncertainWrite} from '../failure.ts';
import type {DiskOrder, DiskReply} from './order.ts';

/** The thread's program lies beside this file, as source or compiled, with the same ending. */
const entry = new URL(
	`./disk-worker${path.extname(fileURLToPath(import.meta.url))}`,
	import.meta.url,
);

/** Files that are open at once in the thread: many systems allow a process 1,024. */
const largestGroup = 64;

type Waiting = {
	readonly order: DiskOrder;
	readonly resolve: (stamp: Stamp | null) => void;
	readonly reject: (error: Error) => void;
};

const nameOf = (order: DiskOrder): string => (order.kind === 'file' ? order.path : order.folder);

/** The caller keeps its bytes, and what it gave may be a part of a larger piece of memory. */
const ownBytes = (order: DiskOrder): DiskOrder =>
	order.kind === 'file' && typeof order.content !== 'string'
		? {...order, content: new Uint8Array(order.content)}
		: order;

const memoryOf = (orders: readonly DiskOrder[]): ArrayBuffer[] =>
	orders.flatMap(order =>
		order.kind === 'file' && typeof order.content !== 'string'
			? [order.content.buffer as ArrayBuffer]
			: [],
	);

/**
 * A thread that makes files durable, in groups: what is asked for while one group is under way is
 * the next. It starts with the first order; idle, it keeps no process alive. When the thread dies,
 * what it had in hand rejects with UncertainWrite. Another `program` is for tests of that.
 */
export const diskThread = (program = entry) => {
	const waiting: Waiting[] = [];
	let underWay: readonly Waiting[] = [];
	let worker: Worker | null = null;

	const settle = (replies: readonly DiskReply[]): void => {
		const done = underWay;
		underWay = [];
		next();
		for (const [index, {resolve, reject}] of done.entries()) {
			const reply = replies[index];
			if (reply?.ok) resolve(reply.stamp);
			else reject(Object.assign(new Error(reply?.message), {code: reply?.code}));
		}
	};
	const start = (): Worker => {
		const started = new Worker(program);
		const lost = (cause: unknown): void => {
			if (worker !== started) return;
			worker = null;
			const left = underWay;
			underWay = [];
			for (const {order, reject} of left) reject(new UncertainWrite(nameOf(order), {cause}));
			next();
		};
		started.on('message', settle);
		started.on('error', lost);
		started.on('exit', lost);
		return started;
	};
	const next = (): void => {
		if (underWay.length > 0) return;
		underWay = waiting.splice(0, largestGroup);
		if (underWay.length === 0) {
			worker?.unref();
			return;
		}
		worker ??= start();
		worker.ref();
		const orders = underWay.map(({order}) => ownBytes(order));
		worker.postMessage(orders, memoryOf(orders));
	};
	return {
		isBusy: (): boolean => underWay.length > 0,
		carryOut: (order: DiskOrder): Promise<Stamp | null> =>
			new Promise((resolve, reject) => {
				waiting.push({order, resolve, reject});
				next();
			}),
		/** Nothing may be under way. */
		close: async (): Promise<void> => {
			const ended = worker;
			worker = null;
			await ended?.terminate();
		},
	};
};
