import {fail, ok, type Result} from '../../domain/result.ts';
import {
	type ChunkContext,
	fetchChunk,
	postponed,
	type Received,
	receiveChunk,
} from './import-chunk.ts';
import {settleImported} from './import-settle.ts';
import {fetchSuspect} from './import-suspects.ts';
import type {PassCounts} from './pass-counts.ts';

/**
 * Mails of one FETCH, one group of commits and one flush: their raw files lie in 256 folders, each of
 * which the flush syncs once.
 */
const chunkSize = 200;

export type Progress = {
	readonly counts: PassCounts;
	readonly onProgress: (done: number, total: number) => void;
	/** Ends the pass before its next chunk. */
	readonly signal: AbortSignal;
};

/** Makes what was taken in durable, then settles: a mail leaves the server only after its flush. */
const finish = async (
	{parts, mailbox, account}: ChunkContext,
	{done, failed}: Received,
	counts: PassCounts,
): Promise<Result<void>> => {
	const flushed = await parts.store.flush();
	if (!flushed.ok) return flushed;
	parts.checkpoint('import.flushed');
	counts.add(done.map(({outcome}) => outcome));
	const settled = await settleImported(mailbox, account, done);
	parts.checkpoint('import.settled');
	return failed ?? settled;
};

/** Chunk after chunk: while one is taken in, the one before is made durable and the next is fetched. */
const runChunks = async (
	context: ChunkContext,
	uids: readonly number[],
	{counts, onProgress, signal}: Progress,
): Promise<Result<unknown>> => {
	let waiting = uids;
	let fetching = fetchChunk(context, waiting.slice(0, chunkSize));
	let finishing: Promise<Result<void>> = Promise.resolve(ok(undefined));
	const finishNext = async (received: Received): Promise<Result<void>> => {
		const left = waiting.length;
		const finished = await finish(context, received, counts);
		onProgress(uids.length - left, uids.length);
		return finished;
	};
	while (waiting.length > 0 && !signal.aborted) {
		const mails = await fetching;
		if (!mails.ok) {
			const last = await finishing;
			return last.ok ? mails : last;
		}
		waiting = [...postponed(mails.value), ...waiting.slice(chunkSize)];
		fetching = fetchChunk(context, waiting.slice(0, chunkSize));
		const received = await receiveChunk(context, mails.value, signal);
		const last = await finishing;
		if (!last.ok) return last;
		finishing = finishNext(received);
	}
	const last = await finishing;
	return last.ok && signal.aborted ? fail('import-stopped') : last;
};

/** Those at one of which the server hung up, one after the other. */
const runSuspects = async (
	context: ChunkContext,
	uids: readonly number[],
	{counts, signal}: Progress,
): Promise<Result<unknown>> => {
	for (const uid of uids) {
		if (signal.aborted) return fail('import-stopped');
		const {mails, received} = await fetchSuspect(context, uid);
		const finished = await finish(
			context,
			received ?? (await receiveChunk(context, mails, signal)),
			counts,
		);
		if (!finished.ok) return finished;
	}
	return ok(undefined);
};

/** Takes all of them in. Those at which the server may hang up come last: the others are ours by then. */
export const takeIn = async (
	context: ChunkContext,
	uids: readonly number[],
	progress: Progress,
): Promise<Result<unknown>> => {
	const {isSuspect, clear} = context.hangUps;
	const [suspects, others] = [true, false].map(wanted =>
		uids.filter(uid => isSuspect(uid) === wanted),
	);
	const first = await runChunks(context, others ?? [], progress);
	const ran = first.ok ? await runSuspects(context, suspects ?? [], progress) : first;
	if (ran.ok) clear();
	return ran;
};
