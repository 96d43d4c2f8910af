import {randomBytes} from 'node:crypto';
import type {OpenDesk} from '../desk/desk.ts';
import {openDesk} from '../desk/open-desk.ts';
import type {Clock} from '../domain/clock.ts';
import type {Result} from '../domain/result.ts';
import {createTokenKeeper} from '../mail/oauth/token-keeper.ts';
import {createMailServer} from '../mail/server.ts';
import {createAccountSetup} from '../mail/setup/account-setup.ts';
import {createMailWriter} from '../mail/submit/compose.ts';
import {createLocalOutbox} from '../mail/submit/local-outbox.ts';
import {createMailReader} from '../mail/thread/read-in-worker.ts';
import {finishRestore} from '../store/backup/swap-in.ts';
import {openDocumentStore} from '../store/document/open-document-store.ts';
import type {Store} from '../store/store.ts';
import {messageSigner} from './message-key.ts';
import {furnishTemplates} from './shipped-templates.ts';

export type RealDesk = {
	readonly dataFolder: string;
	readonly version: string;
	readonly log: (line: string) => void;
	/** Folder that outgoing mail goes to instead of a server (`raute demo`). */
	readonly localOutbox: string | null;
	/** The cache broke: what the desk is asked fails from now on. */
	readonly onDamage: () => void;
};

export const systemClock: Clock = {
	now: () => Date.now(),
	newId: () => randomBytes(9).toString('base64url'),
};

/** Opens the desk of a data folder with the real store and the real mail servers. */
export const openRealDesk = async ({
	dataFolder,
	version,
	log,
	localOutbox,
	onDamage,
}: RealDesk): Promise<Result<{readonly desk: OpenDesk; readonly store: Store}>> => {
	const checkpoint = () => undefined;
	const clock = systemClock;
	const restored = await finishRestore(dataFolder);
	if (!restored.ok) return restored;
	const store = await openDocumentStore({folder: dataFolder, clock, checkpoint, log, onDamage});
	if (!store.ok) return store;
	const furnished = await furnishTemplates(store.value);
	const sign = furnished.ok ? await messageSigner(dataFolder) : furnished;
	if (!sign.ok) {
		await store.value.close();
		return sign;
	}
	const tokens = createTokenKeeper({dataFolder});
	const desk = await openDesk({
		store: store.value,
		reader: createMailReader(),
		server:
			localOutbox === null
				? createMailServer({dataFolder, tokens})
				: createLocalOutbox(localOutbox),
		setup: createAccountSetup({dataFolder, tokens}),
		writer: createMailWriter(),
		clock,
		checkpoint,
		log,
		version,
		dataFolder,
		sign: sign.value,
	});
	return desk.ok ? {ok: true, value: {desk: desk.value, store: store.value}} : desk;
};
