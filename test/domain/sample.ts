import {type Account, newAccount} from '../../source/domain/account/account.ts';
import type {ActionSettings, Context} from '../../source/domain/action/action.ts';
import type {Address} from '../../source/domain/address.ts';
import type {Agent, Role} from '../../source/domain/agent.ts';
import type {Rule} from '../../source/domain/desk-document.ts';
import type {Delivery, Draft, Message} from '../../source/domain/message.ts';
import type {ParsedMail} from '../../source/domain/receive/parsed-mail.ts';
import {type RuleBook, readyRules} from '../../source/domain/rule/rule.ts';
import type {Ticket} from '../../source/domain/ticket.ts';

/** Samples for tests: whole documents with small ids, to be changed where a test cares. */
export const aTicket = (part: Partial<Ticket> = {}): Ticket => ({
	v: 1,
	number: '202611230001',
	revision: 1,
	subject: 'Passwort zurücksetzen',
	status: 'new',
	queue: null,
	project: null,
	assignee: null,
	requester: {name: 'Jörg Übelacker', address: 'j.uebelacker@example.de'},
	account: 'support',
	prio: false,
	personal: null,
	private: null,
	tags: [],
	unread: true,
	snoozedUntil: null,
	createdAt: '2026-11-23T09:12:00.000Z',
	updatedAt: '2026-11-23T09:12:00.000Z',
	waitingSince: '2026-11-23T09:12:00.000Z',
	links: [],
	messages: [aMessage()],
	comments: [],
	drafts: [],
	history: [],
	applied: [],
	...part,
});

export const aMessage = (part: Partial<Message> = {}): Message => ({
	id: 'm1',
	direction: 'in',
	state: 'received',
	from: {name: 'Jörg Übelacker', address: 'j.uebelacker@example.de'},
	to: [{name: '', address: 'support@firma.example'}],
	cc: [],
	bcc: [],
	replyTo: [],
	subject: 'Passwort zurücksetzen',
	date: '2026-11-23T09:11:00.000Z',
	receivedAt: '2026-11-23T09:12:00.000Z',
	messageId: '<m1@example.de>',
	inReplyTo: null,
	references: [],
	text: 'Guten Tag,\n\nich kann mich nicht anmelden.',
	replyText: 'Guten Tag,\n\nich kann mich nicht anmelden.',
	hasHtml: false,
	automatic: null,
	bounce: null,
	attachments: [],
	raw: null,
	notes: [],
	origin: null,
	delivery: null,
	author: null,
	...part,
});

export const aDraft = (part: Partial<Draft> = {}): Draft => ({
	id: 'd1',
	agent: 'anna',
	kind: 'reply',
	account: 'support',
	from: 'support@firma.example',
	to: [{name: 'Jörg Übelacker', address: 'j.uebelacker@example.de'}],
	cc: [],
	bcc: [],
	subject: 'Re: Passwort zurücksetzen [#202611230001]',
	text: 'Hallo Herr Übelacker,',
	attachments: [],
	answers: 'm1',
	seenMessages: 1,
	updatedAt: '2026-11-23T10:00:00.000Z',
	...part,
});

export const aDelivery = (part: Partial<Delivery> = {}): Delivery => ({
	account: 'support',
	envelope: {from: 'support@firma.example', to: ['j.uebelacker@example.de']},
	notBefore: '2026-11-23T10:00:10.000Z',
	tries: 0,
	nextTry: '2026-11-23T10:00:10.000Z',
	error: null,
	draft: null,
	copy: 'none',
	...part,
});

export const anAgent = (login: string, role: Role = 'agent'): Agent => ({
	login,
	name: login,
	role,
	active: true,
	signature: '',
});

export const someSettings = (): ActionSettings => ({
	queues: new Map([
		['IT', {label: 'IT', responsible: null}],
		['Vertrieb', {label: 'Vertrieb', responsible: 'ben'}],
	]),
	agents: new Map([
		['anna', anAgent('anna')],
		['ben', anAgent('ben')],
		['chef', anAgent('chef', 'admin')],
		['weg', {...anAgent('weg'), active: false}],
	]),
	projects: new Set(['STANDARD']),
});

export const aContext = (part: Partial<Context> = {}): Context => {
	let count = 0;
	return {
		now: '2026-11-23T10:00:00.000Z',
		by: 'anna',
		newId: () => `id${++count}`,
		settings: someSettings(),
		...part,
	};
};

export const aRule = (part: Partial<Rule> = {}): Rule => ({
	id: 'r1',
	title: 'Werbung',
	position: 1,
	active: true,
	stop: false,
	conditions: [{field: 'sender', pattern: '@shop.example'}],
	actions: [{action: 'spam', value: ''}],
	hits: 0,
	...part,
});

/** Rules in memory, their expressions tried without a limit of time. */
export const aBook = (...rules: readonly Partial<Rule>[]): RuleBook => ({
	rules: readyRules(rules.map((part, index) => aRule({id: `r${index + 1}`, ...part}))),
	test: ({expression}, text) => expression.test(text),
	accountAddress: account => (account === 'support' ? 'support@firma.example' : null),
});

export const person = (address: string, name = ''): Address => ({name, address});

export const anAccount = (part: Partial<Account> = {}): Account => ({
	...newAccount('support'),
	name: 'Support',
	address: 'support@firma.example',
	password: {kind: 'none'},
	...part,
});

export const aMail = (part: Partial<ParsedMail> = {}): ParsedMail => ({
	messageId: '<m2@example.de>',
	inReplyTo: null,
	references: [],
	from: {name: 'Jörg Übelacker', address: 'j.uebelacker@example.de'},
	sender: null,
	replyTo: [],
	to: [{name: '', address: 'support@firma.example'}],
	cc: [],
	deliveredTo: [],
	subject: 'Passwort zurücksetzen',
	date: '2026-11-23T11:58:00.000Z',
	text: 'Es geht noch immer nicht.',
	replyText: 'Es geht noch immer nicht.',
	hasHtml: false,
	attachments: [],
	automatic: null,
	bounce: null,
	notes: [],
	identity: 'identity-2',
	...part,
});
