import {parentPort} from 'node:worker_threads';
import {doReadJob, type ReadJob, serveReadJobs} from '../../../source/mail/thread/read-job.ts';

/** The reading thread with mails it cannot cope with, told by their first bytes. */
const work = async (job: ReadJob) => {
	const start = Buffer.from(job.raw).toString('latin1', 0, 20);
	if (start.startsWith('X-Endless')) for (;;) Math.sqrt(Math.random());
	if (start.startsWith('X-Asleep')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
	if (start.startsWith('X-Crash')) process.exit(3);
	if (start.startsWith('X-Hungry')) {
		const heap: string[][] = [];
		for (;;) heap.push(Array.from({length: 10_000}, (_, index) => `${heap.length}.${index}`));
	}
	if (start.startsWith('X-Throw')) throw new Error('broken parser');
	return doReadJob(job);
};

if (parentPort) serveReadJobs(parentPort, work);
