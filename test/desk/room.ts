import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Desk, OpenDesk, Push} from '../../source/desk/desk.ts';
import {openDesk} from '../../source/desk/open-desk.ts';
import type {DeskParts} from '../../source/desk/parts.ts';
import type {Account} from '../../source/domain/account/account.ts';
import {newDeskDocument} from '../../source/domain/desk-document.ts';
import {ok, type Result} from '../../source/domain/result.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import {createMailWriter} from '../../source/mail/submit/compose.ts';
import {createLocalOutbox} from '../../source/mail/submit/local-outbox.ts';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {openMemoryStore} from '../../source/store/memory/open-memory-store.ts';
import type {Store} from '../../source/store/store.ts';
import {anAccount, anAgent, aTicket} from '../domain/sample.ts';
import {must} from '../result.ts';
import {pretendSetup} from './pretend-setup.ts';

/** What the tests of a desk need, wherever its clients sit. */
export type Room = {
	/** A new client of this login. */
	readonly as: (login: string) => Promise<Result<Desk>>;
	readonly store: Store;
	/** Moves the desk's clock on. */
	readonly pass: (milliseconds: number) => void;
	/** Resolves when a client asks for the end. */
	readonly stopAsked: Promise<void>;
	readonly close: () => Promise<void>;
};

export const startTime = Date.UTC(2026, 10, 23, 10);

const queues = [
	{label: 'IT', name: 'IT', responsible: null},
	{label: 'Vertrieb', name: 'Vertrieb', responsible: 'ben'},
];

/** Anna and Ben are agents, Chef an admin, Vera may only look; one account, two queues. */
const furnish = async (store: Store): Promise<void> => {
	const agents = [
		anAgent('anna'),
		anAgent('ben'),
		anAgent('chef', 'admin'),
		anAgent('vera', 'viewer'),
	];
	must(await store.changeAgents(document => ok({...document, agents})));
	const projects = [{label: 'STANDARD', name: 'Standard'}];
	must(await store.changeDesk(() => ok({...newDeskDocument, queues, projects})));
	const smtp = {host: 'localhost', port: 25, tls: 'none' as const, user: '', allowSelfSigned: true};
	await addAccount(store, anAccount({smtp, aliases: ['info@firma.example']}));
};

export const addAccount = async (store: Store, account: Account): Promise<void> => {
	const state = {marks: {}, lastPass: null};
	must(await store.changeAccount(account.id, () => ok({v: 1, account, state})));
};

/** Writes a ticket straight into the store and answers its number. */
export const putTicket = async (store: Store, part: Partial<Ticket> = {}): Promise<string> => {
	const made = await store.create('20261123', number => aTicket({...part, number}));
	return must(made).number;
};

export const openParts = async (fresh: boolean) => {
	let time = startTime;
	let ids = 0;
	const clock = {now: () => time, newId: () => `id${++ids}`};
	const log = () => undefined;
	const store = must(await openMemoryStore({clock, log}));
	if (!fresh) await furnish(store);
	const parts: DeskParts = {
		store,
		reader: createMailReader(),
		server: createLocalOutbox(join(tmpdir(), 'raute-test-outbox')),
		setup: pretendSetup(),
		writer: createMailWriter(),
		clock,
		checkpoint: () => undefined,
		log,
		version: '0.0.0-test',
		dataFolder: '/nowhere',
	};
	const pass = (milliseconds: number): void => {
		time += milliseconds;
	};
	return {parts, store, pass};
};

/** A desk in this process over the memory store; its loops are not started. */
export const openRoom = async (fresh = false): Promise<Room & {readonly open: OpenDesk}> => {
	const {parts, store, pass} = await openParts(fresh);
	const open = must(await openDesk(parts));
	return {
		open,
		as: async login => open.as(login),
		store,
		pass,
		stopAsked: new Promise(resolve => open.onStop(resolve)),
		close: open.stop,
	};
};

/** Waits until a push fits; the run of the tests ends a wait that never does. */
export const pushed = (desk: Desk, fits: (push: Push) => boolean): Promise<Push> =>
	new Promise(resolve => {
		const off = desk.on(push => {
			if (!fits(push)) return;
			off();
			resolve(push);
		});
	});
