import type {AccountDocument} from '../../source/domain/account/account.ts';
import type {Clock} from '../../source/domain/clock.ts';
import type {Message, Origin} from '../../source/domain/message.ts';
import type {IntakeDocument} from '../../source/domain/receive/intake-document.ts';
import type {Result} from '../../source/domain/result.ts';
import type {Ticket} from '../../source/domain/ticket.ts';

/** The value of a result that must be good. */
export const must = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(JSON.stringify(result.problem));
	return result.value;
};

export const problemOf = (result: Result<unknown>): string =>
	result.ok ? 'none' : result.problem.name;

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

export const message = (changes: Partial<Message> = {}): Message => ({
	id: 'm1',
	direction: 'in',
	state: 'received',
	from: {name: 'Karla Müller', address: 'karla@kunde.example'},
	to: [{name: '', address: 'support@firma.example'}],
	cc: [],
	bcc: [],
	replyTo: [],
	subject: 'Waage zeigt nichts an',
	date: '2026-11-23T08:00:00.000Z',
	receivedAt: '2026-11-23T08:00:05.000Z',
	messageId: null,
	inReplyTo: null,
	references: [],
	text: 'Guten Tag,\ndie Waage bleibt dunkel.',
	replyText: 'Guten Tag,\ndie Waage bleibt dunkel.',
	hasHtml: false,
	automatic: null,
	bounce: null,
	attachments: [],
	raw: null,
	notes: [],
	origin: null,
	delivery: null,
	author: null,
	...changes,
});

export const ticket = (number: string, changes: Partial<Ticket> = {}): Ticket => ({
	v: 1,
	number,
	revision: 1,
	subject: 'Waage zeigt nichts an',
	status: 'new',
	queue: null,
	project: null,
	assignee: null,
	requester: {name: 'Karla Müller', address: 'karla@kunde.example'},
	account: null,
	prio: false,
	personal: null,
	private: null,
	tags: [],
	unread: true,
	snoozedUntil: null,
	createdAt: '2026-11-23T08:00:05.000Z',
	updatedAt: '2026-11-23T08:00:05.000Z',
	waitingSince: '2026-11-23T08:00:05.000Z',
	links: [],
	messages: [],
	comments: [],
	drafts: [],
	history: [],
	applied: [],
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
	at: '2026-11-23T08:00:05.000Z',
	...changes,
});

export const account = (id: string): AccountDocument => ({
	v: 1,
	account: {
		id,
		name: 'Support',
		address: `${id}@firma.example`,
		aliases: [],
		imap: null,
		smtp: null,
		password: {kind: 'none'},
		folder: 'INBOX',
		sentFolder: null,
		moveTo: null,
		ticketsEnabled: true,
		defaultProject: null,
		defaultQueue: null,
		fromDate: null,
		alwaysUseAsSender: true,
		deleteOnServer: false,
		importAsCompleted: false,
		signature: '',
		visibleTo: [],
		autoResponder: {active: false, subject: '', text: '', oncePerDay: true},
	},
	state: {marks: {}, lastPass: null},
});
