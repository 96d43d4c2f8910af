import type {AccountDocument} from '../../source/domain/account/account.ts';
import type {Clock} from '../../source/domain/clock.ts';
import type {Message, Origin} from '../../source/domain/message.ts';
import type {IntakeDocument} from '../../source/domain/receive/intake-document.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import {aMessage, anAccount, aTicket, person} from '../domain/sample.ts';

const customer = person('karla@kunde.example', 'Karla Müller');
const subject = 'Waage zeigt nichts an';
const text = 'Guten Tag,\ndie Waage bleibt dunkel.';
const at = '2026-11-23T08:00:05.000Z';

export const fixedClock = (): Clock => {
	let ids = 0;
	return {
		now: () => Date.UTC(2026, 10, 23, 9),
		newId: () => {
			ids += 1;
			return `id${ids}`;
		},
	};
};

export const origin = (uid: number, identity = `identity-${uid}`): Origin => ({
	account: 'support',
	identity,
	place: {folder: 'INBOX', uidValidity: '7', uid},
});

/** A mail of a customer about her scale. */
export const message = (changes: Partial<Message> = {}): Message =>
	aMessage({
		from: customer,
		subject,
		date: '2026-11-23T08:00:00.000Z',
		receivedAt: at,
		messageId: null,
		text,
		replyText: text,
		...changes,
	});

/** A new ticket of hers without any mail. */
export const ticket = (number: string, changes: Partial<Ticket> = {}): Ticket =>
	aTicket({
		number,
		subject,
		requester: customer,
		account: null,
		createdAt: at,
		updatedAt: at,
		waitingSince: at,
		messages: [],
		...changes,
	});

export const intake = (id: string, changes: Partial<IntakeDocument> = {}): IntakeDocument => ({
	v: 1,
	id,
	kind: 'skipped',
	reason: 'too-old',
	origin: origin(900),
	raw: null,
	tries: 1,
	at,
	...changes,
});

export const account = (id: string): AccountDocument => ({
	v: 1,
	account: anAccount({id, address: `${id}@firma.example`}),
	state: {marks: {}, lastPass: null},
});
