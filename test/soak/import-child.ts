/**
 * Runs import passes over a real data folder until nothing new is found, or until it is killed:
 * `import-child.ts FOLDER ACCOUNT-JSON [end]`. Prints a line a pass. `RAUTE_CRASH_AT=name:n` kills it
 * at the n-th call of a checkpoint, `RAUTE_NAMES=1` prints the names met, `RAUTE_BROKEN=1` settles
 * mails before they are committed: the mistake that the soak has to find.
 */
import {randomBytes} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import {createImporter} from '../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../source/desk/receive/receive.ts';
import type {Account} from '../../source/domain/account/account.ts';
import type {Checkpoint} from '../../source/domain/clock.ts';
import {ok} from '../../source/domain/result.ts';
import type {Mailbox, MailServer} from '../../source/mail/mail.ts';
import {createMailServer} from '../../source/mail/server.ts';
import {createMailWriter} from '../../source/mail/submit/compose.ts';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {openDocumentStore} from '../../source/store/document/open-document-store.ts';
import {must} from '../result.ts';

const [folder = '', accountJson = '', mode = ''] = process.argv.slice(2);
const account: Account = JSON.parse(accountJson);
const [crashName = '', crashCount = '1'] = (process.env['RAUTE_CRASH_AT'] ?? '').split(':');

const met = new Map<string, number>();

const checkpoint: Checkpoint = name => {
	const count = (met.get(name) ?? 0) + 1;
	met.set(name, count);
	if (count === 1 && process.env['RAUTE_NAMES']) console.log(`name ${name}`);
	if (name === crashName && count === Number(crashCount)) process.kill(process.pid, 'SIGKILL');
};

/** The mistake: what was fetched is taken from the server before it is committed. */
const settledTooEarly = (server: MailServer): MailServer => ({
	...server,
	open: async opening => {
		const opened = await server.open(opening);
		if (!opened.ok) return opened;
		const mailbox = opened.value;
		const broken: Mailbox = {
			...mailbox,
			uidValidity: mailbox.uidValidity,
			fetch: async (uids, options) => {
				const fetched = await mailbox.fetch(uids, options);
				await mailbox.settle(uids, {kind: 'delete'});
				return fetched;
			},
		};
		// The live values of the selected folder are getters, which a copy would freeze.
		return ok(new Proxy(broken, {get: (from, key) => pick(from, mailbox, key as keyof Mailbox)}));
	},
});

const pick = (broken: Mailbox, real: Mailbox, key: keyof Mailbox) =>
	key === 'fetch' ? broken.fetch : real[key];

const clock = {now: () => Date.now(), newId: () => randomBytes(9).toString('base64url')};
const log = () => undefined;
const store = must(await openDocumentStore({folder, clock, checkpoint, log}));
if (store.accounts().length === 0) {
	const state = {marks: {}, lastPass: null};
	must(await store.changeAccount(account.id, () => ok({v: 1, account, state})));
} else {
	must(await store.changeAccount(account.id, document => ok(document && {...document, account})));
}
const server = createMailServer({dataFolder: folder, timeouts: {connect: 5000, socket: 10_000}});
const parts = {
	store,
	reader: createMailReader({size: 1}),
	server: process.env['RAUTE_BROKEN'] ? settledTooEarly(server) : server,
	writer: createMailWriter(),
	clock,
	checkpoint,
	log,
	version: 'soak',
	dataFolder: folder,
};
const importer = createImporter(parts, createReceiver(parts), () => undefined);
console.log('ready');
for (;;) {
	const [report] = must(await importer.now(account.id));
	console.log(`pass ${JSON.stringify(report)}`);
	if (mode === 'end' && report?.ok && report.imported + report.duplicates === 0) break;
	await sleep(20);
}
await importer.stop();
await parts.reader.close();
await store.close();
