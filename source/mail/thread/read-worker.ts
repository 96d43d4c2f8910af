import {parentPort} from 'node:worker_threads';
import {serveReadJobs} from './read-job.ts';

if (parentPort) serveReadJobs(parentPort);
