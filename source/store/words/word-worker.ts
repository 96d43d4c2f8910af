/** The thread that owns the file of words: indexing and searching take no time of the service's. */
import {parentPort, workerData} from 'node:worker_threads';
import {type WordRequest, wordDesk} from './word-desk.ts';

const desk = wordDesk(String(workerData));

parentPort?.on('message', (request: WordRequest | null) => {
	if (request === null) {
		desk.close();
		parentPort?.close();
	} else {
		parentPort?.postMessage(desk.answer(request));
	}
});
