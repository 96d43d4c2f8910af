import {parentPort} from 'node:worker_threads';
import {serveReadJobs} from './read-job.ts';

// Node makes an error for each end of a stream that came twice; nobody sees where it was made.
Error.stackTraceLimit = 0;
if (parentPort) serveReadJobs(parentPort);
