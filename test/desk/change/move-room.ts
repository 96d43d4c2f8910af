import {createHash} from 'node:crypto';
import type {DeskParts} from '../../../source/desk/parts.ts';
import type {Clock} from '../../../source/domain/clock.ts';
import {newDeskDocument} from '../../../source/domain/desk-document.ts';
import type {Message} from '../../../source/domain/message.ts';
import {ok} from '../../../source/domain/result.ts';
import {createMailWriter} from '../../../source/mail/submit/compose.ts';
import {createLocalOutbox} from '../../../source/mail/submit/local-outbox.ts';
import {createMailReader} from '../../../source/mail/thread/read-in-worker.ts';
import type {Store} from '../../../source/store/store.ts';
import {aDraft, aMessage, anAgent, aTicket} from '../../domain/sample.ts';
import {must} from '../../result.ts';

/** Mails of one person, an hour apart. */
export const mails = (name: string, hours: readonly number[]): readonly Message[] =>
	hours.map(hour =>
		aMessage({
			id: `${name}${hour}`,
			messageId: `<${name}${hour}@example.de>`,
			subject: `${name} ${hour}`,
			from: {name, address: `${name}@example.de`},
			receivedAt: `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`,
			origin: {
				account: 'support',
				identity: createHash('sha256').update(`${name}${hour}`).digest('hex'),
				place: {folder: 'INBOX', uidValidity: '1', uid: name.length * 100 + hour},
			},
		}),
	);

/** Two tickets of a day: 0001 of Anke with a draft and a comment, 0002 of Bert. */
export const putTwo = async (store: Store): Promise<readonly [string, string]> => {
	must(await store.changeAgents(document => ok({...document, agents: [anAgent('anna', 'admin')]})));
	must(await store.changeDesk(() => ok(newDeskDocument)));
	const first = must(
		await store.create('20261123', number =>
			aTicket({
				number,
				subject: 'Rechnung',
				account: null,
				requester: {name: 'anke', address: 'anke@example.de'},
				messages: mails('anke', [8, 10, 12]),
				comments: [{id: 'k1', author: 'anna', at: '2026-11-23T11:00:00.000Z', text: 'prüfen'}],
				drafts: [aDraft({seenMessages: 3, answers: 'anke12'})],
				tags: ['Storno'],
			}),
		),
	);
	const second = must(
		await store.create('20261123', number =>
			aTicket({
				number,
				subject: 'Storno',
				account: null,
				status: 'waiting_customer',
				requester: {name: 'bert', address: 'bert@example.de'},
				messages: mails('bert', [9, 11]),
				unread: false,
				waitingSince: null,
			}),
		),
	);
	return [first.number, second.number];
};

export const partsOver = (
	store: Store,
	clock: Clock,
	checkpoint: DeskParts['checkpoint'] = () => undefined,
): DeskParts => ({
	store,
	reader: createMailReader({size: 1}),
	server: createLocalOutbox('/nowhere'),
	writer: createMailWriter(),
	clock,
	checkpoint,
	log: () => undefined,
	version: '0.0.0-test',
	dataFolder: '/nowhere',
});

/** The ids of all mails and comments, wherever they stand; each must be there once. */
export const allIds = async (store: Store): Promise<readonly string[]> => {
	const found: string[] = [];
	for (const number of store.summaries().keys()) {
		const {messages, comments} = must(await store.ticket(number));
		found.push(...messages.map(({id}) => id), ...comments.map(({id}) => id));
	}
	return found.sort();
};

export const everything = ['anke10', 'anke12', 'anke8', 'bert11', 'bert9', 'k1'];
