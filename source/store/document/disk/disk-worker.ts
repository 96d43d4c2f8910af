/**
 * The thread that makes files durable. The orders of one message go through each step side by side:
 * all are written before the first is synced, and that fsync commits the journal for the others too.
 */
import {parentPort} from 'node:worker_threads';
import {blockingDisk} from './disk.ts';
import {carryOut, type DiskOrder, type DiskReply} from './order.ts';

const tools = {disk: blockingDisk, checkpoint: () => undefined};

const answer = async (order: DiskOrder): Promise<DiskReply> => {
	try {
		return {ok: true, stamp: await carryOut(tools, order)};
	} catch (error) {
		const {message, code} = error as NodeJS.ErrnoException;
		return {ok: false, message, code};
	}
};

parentPort?.on('message', (orders: readonly DiskOrder[]) => {
	void Promise.all(orders.map(answer)).then(replies => parentPort?.postMessage(replies));
});
