/** A thread that dies with the first group it is given. */
import {parentPort} from 'node:worker_threads';

parentPort?.once('message', () => process.exit(3));
