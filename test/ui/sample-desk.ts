import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Desk, OpenDesk} from '../../source/desk/desk.ts';
import {openDesk} from '../../source/desk/open-desk.ts';
import type {DeskParts} from '../../source/desk/parts.ts';
import type {Agent} from '../../source/domain/agent.ts';
import {newDeskDocument, type Template} from '../../source/domain/desk-document.ts';
import {ok} from '../../source/domain/result.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import {createMailWriter} from '../../source/mail/submit/compose.ts';
import {createLocalOutbox} from '../../source/mail/submit/local-outbox.ts';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {openMemoryStore} from '../../source/store/memory/open-memory-store.ts';
import type {Store} from '../../source/store/store.ts';
import {anAccount, anAgent} from '../domain/sample.ts';
import {must} from '../result.ts';
import {sampleTickets} from './sample-tickets.ts';

/** Tuesday, 24 November 2026, 14:02 in Berlin. */
export const sampleNow = Date.parse('2026-11-24T13:02:00Z');

const person = (login: string, name: string, role: Agent['role'] = 'agent'): Agent => ({
	...anAgent(login, role),
	name,
	signature: `Viele Grüße\n${name}`,
});

const agents = [
	person('weber', 'Anna Weber'),
	person('krause', 'Max Krause', 'admin'),
	person('haas', 'Birgit Haas'),
	person('gast', 'Gast Leser', 'viewer'),
];

const queues = [
	{label: 'IT', name: 'IT', responsible: null},
	{label: 'Buchhaltung', name: 'Buchhaltung', responsible: 'haas'},
	{label: 'Versand', name: 'Versand', responsible: null},
];

const furnish = async (store: Store): Promise<void> => {
	const smtp = {host: 'localhost', port: 25, tls: 'none' as const, user: '', allowSelfSigned: true};
	const account = anAccount({smtp, signature: 'Firma GmbH, Support'});
	const state = {marks: {}, lastPass: null};
	must(await store.changeAgents(document => ok({...document, agents})));
	must(await store.changeDesk(() => ok({...newDeskDocument, queues, templates: sampleTemplates})));
	must(await store.changeAccount(account.id, () => ok({v: 1, account, state})));
};

const aTemplate = (id: string, part: Partial<Template>): Template => ({
	id,
	title: id,
	category: 'Allgemein',
	language: 'de',
	project: null,
	text: '{ANREDE},\n\nzu #{TICKET} melden wir uns morgen.\n\n{GRUSSWORT}\n{MITARBEITER}',
	order: 1,
	active: true,
	...part,
});

const sampleTemplates: readonly Template[] = [
	aTemplate('eingang', {title: 'Eingang bestätigen'}),
	aTemplate('versand', {title: 'Lieferung verspätet sich', category: 'Versand/Ausland', order: 2}),
	aTemplate('received', {title: 'Confirm receipt', category: 'General', language: 'en', order: 3}),
];

export type SampleDesk = {
	readonly open: OpenDesk;
	readonly store: Store;
	as(login: string): Desk;
	/** Moves the desk's clock. */
	pass(milliseconds: number): void;
	readonly now: () => number;
	close(): Promise<void>;
};

/** The real desk over the memory store, with a team, queues and the given tickets. */
export const openSampleDesk = async (
	tickets: readonly Ticket[] = sampleTickets(),
	parts: Partial<DeskParts> = {},
): Promise<SampleDesk> => {
	let time = sampleNow;
	let ids = 0;
	const clock = {now: () => time, newId: () => `id${++ids}`};
	const log = () => undefined;
	const store = must(await openMemoryStore({clock, log}));
	await furnish(store);
	for (const ticket of tickets)
		must(await store.create(ticket.number.slice(0, 8), number => ({...ticket, number})));
	const open = must(
		await openDesk({
			store,
			reader: createMailReader(),
			server: createLocalOutbox(join(tmpdir(), 'raute-test-outbox')),
			writer: createMailWriter(),
			clock,
			checkpoint: () => undefined,
			log,
			version: '0.0.0-test',
			dataFolder: '/nowhere',
			...parts,
		}),
	);
	return {
		open,
		store,
		as: login => must(open.as(login)),
		pass(milliseconds) {
			time += milliseconds;
		},
		now: () => time,
		close: open.stop,
	};
};
