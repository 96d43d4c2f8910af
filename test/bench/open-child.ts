import {openDocumentStore} from '../../source/store/document/open-document-store.ts';

/** Opens the store of a folder in a process of its own and prints milliseconds and megabytes. */
const started = performance.now();
const store = await openDocumentStore({
	folder: process.argv[2] ?? '',
	clock: {now: Date.now, newId: () => ''},
	checkpoint: () => undefined,
	log: line => process.stderr.write(`${line}\n`),
});
if (!store.ok) throw new Error(JSON.stringify(store.problem));
const milliseconds = Math.round(performance.now() - started);
const megabytes = Math.round(process.memoryUsage().rss / 1e6);
process.stdout.write(`${milliseconds} ms, ${megabytes} MB`);
await store.value.close();
