import {createHash, randomBytes} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ReceiveOutcome} from '../../source/desk/desk.ts';
import {openDesk} from '../../source/desk/open-desk.ts';
import {ok, type Result} from '../../source/domain/result.ts';
import {createMailWriter} from '../../source/mail/submit/compose.ts';
import {createLocalOutbox} from '../../source/mail/submit/local-outbox.ts';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {openDocumentStore} from '../../source/store/document/open-document-store.ts';
import type {Store} from '../../source/store/store.ts';
import {pretendSetup} from '../desk/pretend-setup.ts';
import {anAgent} from '../domain/sample.ts';
import {must} from '../result.ts';
import type {Mutated} from './fuzz-mutate.ts';
import {forbiddenIn} from './fuzz-read.ts';
import {shownRows, shownTicket} from './fuzz-shown.ts';

/** A desk over a data folder of its own, with one agent. */
const openFolder = async (folder: string) => {
	const clock = {now: () => Date.now(), newId: () => randomBytes(9).toString('base64url')};
	const log = () => undefined;
	const checkpoint = () => undefined;
	const store = must(await openDocumentStore({folder, clock, checkpoint, log}));
	must(await store.changeAgents(document => ok({...document, agents: [anAgent('chef', 'admin')]})));
	const open = must(
		await openDesk({
			store,
			reader: createMailReader({size: 1}),
			server: createLocalOutbox(join(folder, 'outbox')),
			setup: pretendSetup(),
			writer: createMailWriter(),
			clock,
			checkpoint,
			log,
			version: 'soak',
			dataFolder: folder,
		}),
	);
	return {store, open, desk: must(await open.as('chef'))};
};

type Kept = {readonly shas: ReadonlySet<string>; readonly numbers: ReadonlySet<string>};

/** Raw mails by the documents that name them, and whether their bytes are those. */
const keptRaws = async (store: Store, failures: string[]): Promise<Kept> => {
	const shas = new Set<string>();
	const numbers = new Set(store.summaries().keys());
	for (const number of numbers) {
		const ticket = must(await store.ticket(number));
		for (const {raw} of ticket.messages) if (raw !== null) shas.add(raw);
		for (const text of shownTicket(ticket)) {
			const found = forbiddenIn(text);
			if (found !== null) failures.push(`#${number} would show ${found}`);
		}
	}
	for (const {raw} of must(await store.intakes())) if (raw !== null) shas.add(raw);
	for (const sha of shas) {
		const bytes = must(await store.file(sha));
		if (createHash('sha256').update(bytes).digest('hex') !== sha)
			failures.push(`raw ${sha} changed`);
	}
	return {shas, numbers};
};

export type PipelineReport = {
	readonly results: Readonly<Record<string, number>>;
	readonly failures: readonly string[];
};

/** Takes mails in as `raute receive` does, into a fresh data folder, and looks at what became of them. */
export const receiveAll = async (mails: readonly Mutated[]): Promise<PipelineReport> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-fuzz-'));
	const failures: string[] = [];
	const results: Record<string, number> = {};
	try {
		const {store, open, desk} = await openFolder(folder);
		const outcomes: Array<Result<ReceiveOutcome>> = [];
		for (let at = 0; at < mails.length; at += 50) {
			const chunk = mails.slice(at, at + 50);
			outcomes.push(
				...(await Promise.all(
					chunk.map(({raw}) => desk.receive({raw, account: null, queue: null})),
				)),
			);
		}
		const {shas, numbers} = await keptRaws(store, failures);
		for (const [index, outcome] of outcomes.entries()) {
			const {raw, how} = mails[index] as Mutated;
			const result = outcome.ok ? outcome.value.result : outcome.problem.name;
			results[result] = (results[result] ?? 0) + 1;
			const sha = createHash('sha256').update(raw).digest('hex');
			const known = outcome.ok && result === 'duplicate';
			if (!outcome.ok) failures.push(`${how}: ${outcome.problem.name}`);
			else if (!known && !shas.has(sha)) failures.push(`${how}: the raw mail is not kept`);
			else if (known && outcome.value.number !== null && !numbers.has(outcome.value.number)) {
				failures.push(`${how}: duplicate of nothing`);
			}
		}
		const query = {tab: 'inbox', sort: 'newest', filter: ''} as const;
		const window = must(await desk.window({query, from: 0, count: 1000}));
		for (const text of shownRows(window.rows)) {
			const found = forbiddenIn(text);
			if (found !== null) failures.push(`the list would show ${found}`);
		}
		await open.stop();
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
	return {results, failures};
};
