/** The service of soak and bench over a real data folder, without mail servers: `service-child.ts FOLDER`. */
import {randomBytes} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {OpenDesk} from '../../source/desk/desk.ts';
import {openDesk} from '../../source/desk/open-desk.ts';
import type {Agent} from '../../source/domain/agent.ts';
import {ok, type Result} from '../../source/domain/result.ts';
import {createMailWriter} from '../../source/mail/submit/compose.ts';
import {createLocalOutbox} from '../../source/mail/submit/local-outbox.ts';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {ownedElsewhere} from '../../source/service/client/start-service.ts';
import {serve} from '../../source/service/server/serve.ts';
import {openDocumentStore} from '../../source/store/document/open-document-store.ts';
import type {Store} from '../../source/store/store.ts';
import {pidFile} from './service-command.ts';

const [dataFolder = ''] = process.argv.slice(2);
try {
	writeFileSync(pidFile(dataFolder), String(process.pid));
} catch {
	// On a full disk; nobody kills the service there.
}

const log = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);
const clock = {now: () => Date.now(), newId: () => randomBytes(9).toString('base64url')};

const agents: readonly Agent[] = Array.from({length: 8}, (_, index) => ({
	login: `agent${index}`,
	name: `Agent ${index}`,
	role: 'admin',
	active: true,
	signature: '',
}));

const furnish = async (store: Store): Promise<Result<unknown>> =>
	store.agents().agents.length > 0
		? ok(null)
		: store.changeAgents(document => ok({...document, agents}));

const open = async (): Promise<Result<OpenDesk>> => {
	const checkpoint = () => undefined;
	const store = await openDocumentStore({folder: dataFolder, clock, checkpoint, log});
	if (!store.ok) return store;
	const furnished = await furnish(store.value);
	if (!furnished.ok) {
		await store.value.close();
		return furnished;
	}
	return openDesk({
		store: store.value,
		reader: createMailReader({size: 1}),
		server: createLocalOutbox(join(dataFolder, 'sent')),
		writer: createMailWriter(),
		clock,
		checkpoint,
		log,
		version: 'soak',
		dataFolder,
	});
};

const service = await serve({
	dataFolder,
	version: 'soak',
	openDesk: open,
	log,
	lockWaitMs: 1000,
	idleExitMs: 20_000,
});
if (!service.ok) {
	log(`not started: ${JSON.stringify(service.problem)}`);
	process.exit(service.problem.name === 'service-busy' ? ownedElsewhere : 1);
}
await service.value.ended;
