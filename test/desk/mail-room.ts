import {randomUUID} from 'node:crypto';
import type {DeskParts} from '../../source/desk/parts.ts';
import type {Account} from '../../source/domain/account/account.ts';
import {ok} from '../../source/domain/result.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import {createMailServer} from '../../source/mail/server.ts';
import {createMailWriter} from '../../source/mail/submit/compose.ts';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {openMemoryStore} from '../../source/store/memory/open-memory-store.ts';
import {must} from '../result.ts';
import {addAccount} from './room.ts';

/** A desk's parts over real mail servers and a store in memory, at the true time. */
export type MailRoom = {
	readonly parts: DeskParts;
	readonly tickets: () => Promise<readonly Ticket[]>;
	readonly setAccount: (account: Account) => Promise<void>;
	readonly close: () => Promise<void>;
};

export const openMailRoom = async (change: Partial<DeskParts> = {}): Promise<MailRoom> => {
	const clock = {now: () => Date.now(), newId: () => randomUUID()};
	const log = () => undefined;
	const store = must(await openMemoryStore({clock, log}));
	const parts: DeskParts = {
		store,
		reader: createMailReader({size: 1}),
		server: createMailServer({dataFolder: '/nowhere', timeouts: {connect: 5000, socket: 5000}}),
		writer: createMailWriter(),
		clock,
		checkpoint: () => undefined,
		log,
		version: '0.0.0-test',
		dataFolder: '/nowhere',
		...change,
	};
	return {
		parts,
		tickets: async () => {
			const numbers = [...store.summaries().keys()].sort();
			return Promise.all(numbers.map(async number => must(await store.ticket(number))));
		},
		setAccount: async account => {
			const known = store.accounts().some(one => one.account.id === account.id);
			await (known
				? store.changeAccount(account.id, document => ok(document && {...document, account}))
				: addAccount(store, account));
		},
		close: async () => {
			await parts.reader.close();
			await store.close();
		},
	};
};

/** A mail as text. Each name gives other bytes and another Message-ID. */
export const letter = (
	name: string,
	{
		subject = name,
		from = 'Kim <kim@example.test>',
		to = 'support@example.test',
		more = [],
		text = name,
	}: {
		readonly subject?: string;
		readonly from?: string;
		readonly to?: string;
		readonly more?: readonly string[];
		readonly text?: string;
	} = {},
): string =>
	[
		`From: ${from}`,
		`To: ${to}`,
		`Subject: ${subject}`,
		`Message-ID: <${name}@example.test>`,
		'Date: Mon, 23 Nov 2026 10:00:00 +0000',
		...more,
		'',
		text,
		'',
	].join('\r\n');
