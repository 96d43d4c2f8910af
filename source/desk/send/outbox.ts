import {setTimeout as sleep} from 'node:timers/promises';
import {ok, type Result} from '../../domain/result.ts';
import {createKeyLock} from '../key-lock.ts';
import type {Loops} from '../loops.ts';
import type {DeskParts} from '../parts.ts';
import {copyToSent, type DeliverParts, deliver, type OnDelivery, record} from './deliver.ts';
import {followMarks, type OutboxEntry} from './outbox-marks.ts';

/** Milliseconds. Timers run no longer than this, so that a clock that was set does no harm. */
const longestTimer = 60_000;
/** What could not be written down is not tried again before this. */
const holdPause = 10_000;
/** How long the end waits for mails that are being sent; later they are found as uncertain. */
const longestEnd = 15_000;

const waits = ({state}: OutboxEntry): boolean => state === 'queued' || state === 'sent';

/** Does what is due for one message: sends it, or files the copy of it. */
const workOn = async (deliverParts: DeliverParts, entry: OutboxEntry): Promise<Result<null>> => {
	const ticket = await deliverParts.parts.store.ticket(entry.number);
	if (!ticket.ok) return ticket;
	const message = ticket.value.messages.find(one => one.id === entry.message);
	const {delivery} = message ?? {delivery: null};
	if (!message || delivery === null) return ok(null);
	const due = Date.parse(delivery.nextTry) <= deliverParts.parts.clock.now();
	if (!due) return ok(null);
	if (message.state === 'queued') return deliver(deliverParts, entry, message);
	return message.state === 'sent' && delivery.copy === 'due'
		? copyToSent(deliverParts, entry, message)
		: ok(null);
};

type Marks = ReturnType<typeof followMarks>;

/** Works on due messages, one at a time for each account, different accounts side by side. */
const createWorker = (deliverParts: DeliverParts, marks: () => Marks | null, done: () => void) => {
	const {parts} = deliverParts;
	const lock = createKeyLock();
	const running = new Map<string, Promise<void>>();
	const holds = new Map<string, number>();
	const accountOf = async ({number, message}: OutboxEntry): Promise<string> => {
		const ticket = await parts.store.ticket(number);
		const found = ticket.ok ? ticket.value.messages.find(one => one.id === message) : undefined;
		return found?.delivery?.account ?? '';
	};
	const begin = async (key: string, entry: OutboxEntry) => {
		const account = await accountOf(entry);
		const worked = await lock([account], () => workOn(deliverParts, entry));
		if (!worked.ok && worked.problem.name !== 'too-late') {
			holds.set(key, parts.clock.now() + holdPause);
			parts.log(`outbox ${entry.number}: ${worked.problem.name}`);
		}
	};
	/** When the entry may be worked on; never while it is. */
	const moment = (key: string, entry: OutboxEntry): number =>
		running.has(key) ? Number.POSITIVE_INFINITY : Math.max(entry.due, holds.get(key) ?? 0);
	return {
		next: () => {
			const waiting = marks()?.entries().filter(waits) ?? [];
			return Math.min(...waiting.map(entry => moment(marks()?.key(entry) ?? '', entry)));
		},
		sweep: () => {
			const now = parts.clock.now();
			for (const entry of marks()?.entries().filter(waits) ?? []) {
				const key = marks()?.key(entry) ?? '';
				if (moment(key, entry) > now) continue;
				holds.delete(key);
				const work = begin(key, entry)
					.catch(error => {
						holds.set(key, parts.clock.now() + holdPause);
						parts.log(`outbox ${entry.number}: ${String(error)}`);
					})
					.finally(() => {
						running.delete(key);
						done();
					});
				running.set(key, work);
			}
		},
		idle: () => Promise.all(running.values()),
	};
};

/**
 * Sends what waits, when it is due. A message found in the middle of sending at the start is
 * `uncertain` and is never sent again by itself.
 */
export const createOutbox = (
	parts: DeskParts,
	onState: OnDelivery,
	onUndeliverable: DeliverParts['onUndeliverable'] = () => undefined,
): Loops['outbox'] => {
	const deliverParts = {parts, onState, onUndeliverable};
	let marks: Marks | null = null;
	let timer: NodeJS.Timeout | undefined;
	const arm = () => {
		clearTimeout(timer);
		const wait = worker.next() - parts.clock.now();
		if (marks === null || wait === Number.POSITIVE_INFINITY) return;
		timer = setTimeout(turn, Math.max(0, Math.min(wait, longestTimer))).unref();
	};
	const worker = createWorker(deliverParts, () => marks, arm);
	const turn = () => {
		worker.sweep();
		arm();
	};
	const begin = async () => {
		const found = followMarks(parts.store, arm);
		for (const entry of found.entries().filter(({state}) => state === 'sending')) {
			await record(deliverParts, entry, {kind: 'interrupted'});
		}
		return found;
	};
	let starting: Promise<void> | null = null;
	let stopped = false;
	return {
		start: () => {
			starting ??= begin().then(found => {
				marks = stopped ? null : found;
				if (stopped) found.unfollow();
				turn();
			});
		},
		stop: async () => {
			stopped = true;
			await starting;
			marks?.unfollow();
			marks = null;
			clearTimeout(timer);
			await Promise.race([worker.idle(), sleep(longestEnd, undefined, {ref: false})]);
		},
		kick: turn,
	};
};
