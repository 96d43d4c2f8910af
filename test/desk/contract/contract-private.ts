import assert from 'node:assert/strict';
import type {Desk, Push} from '../../../source/desk/desk.ts';
import {actions} from '../../../source/domain/action/index.ts';
import {sorts, tabs} from '../../../source/domain/list/tab.ts';
import {ok} from '../../../source/domain/result.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import type {Store} from '../../../source/store/store.ts';
import {aDelivery, aDraft, aMessage, aRule} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {putTicket, type Room} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

/** Stands in every field of the private ticket, and nowhere else. */
const word = 'Zwiebelfisch';

/** Finds it without saying it whole: what a caller asks for comes back in the answer. */
const half = 'Zwiebelf';

const person = {name: `${word} Meier`, address: `${word}@kunde.example`};

const rawMail = `From: ${person.address}\r\nSubject: ${word}\r\nContent-Type: text/html\r\n\r\n<p>${word}</p>`;

const hidden = (raw: string, part: Partial<Ticket> = {}): Partial<Ticket> => {
	const said = {
		from: person,
		subject: word,
		text: word,
		replyText: word,
		messageId: `<${word}@kunde.example>`,
		references: [`<${word}@kunde.example>`],
		raw,
		attachments: [{name: `${word}.txt`, type: 'text/plain', size: 1, sha256: raw, inline: false}],
	};
	const error = {code: '550', text: `550 ${word}`};
	const envelope = {from: 'support@firma.example', to: [person.address]};
	return {
		private: 'ben',
		subject: word,
		requester: person,
		account: word,
		project: word,
		tags: [word],
		messages: [
			aMessage({...said, id: 'in'}),
			aMessage({
				...said,
				id: 'out',
				direction: 'out',
				state: 'failed',
				to: [person],
				cc: [person],
				bcc: [person],
				replyTo: [person],
				delivery: aDelivery({envelope, error, draft: aDraft({text: word})}),
			}),
		],
		comments: [{id: 'c1', author: 'ben', at: '2026-11-23T10:00:00.000Z', text: word}],
		drafts: [aDraft({agent: 'ben', subject: word, text: word, to: [person]})],
		history: [{at: '2026-11-23T10:00:00.000Z', by: 'ben', what: 'tags', from: word, to: word}],
		applied: [word],
		...part,
	};
};

/** A private ticket of Ben's; silenced is its requester's address. */
const putHidden = async (store: Store, part: Partial<Ticket> = {}): Promise<string> => {
	const raw = must(await store.putFile(Buffer.from(rawMail)));
	const until = '2030-01-01T00:00:00.000Z';
	const silenced = [{address: person.address, reason: 'bounce' as const, until}];
	must(await store.changeDesk(document => ok({...document, silenced})));
	return putTicket(store, hidden(raw, part));
};

/** Everything in an answer or push as one text, bytes as letters. */
const textOf = (value: unknown): string =>
	JSON.stringify(value, (_key, part) => {
		if (part?.type === 'Buffer') return Buffer.from(part.data).toString('latin1');
		return part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part;
	}) ?? '';

const listAnswers = async (desk: Desk): Promise<unknown[]> => {
	const answers: unknown[] = [];
	for (const {name: tab} of tabs)
		for (const sort of sorts)
			for (const filter of [
				'',
				half,
				`from:${half}`,
				`subject:${half}`,
				`tag:${half}`,
				'is:failed',
			])
				answers.push(await desk.window({query: {tab, sort, filter}, from: 0, count: 100}));
	return answers;
};

const inputs: readonly unknown[] = [
	{},
	{on: true},
	{on: false},
	{add: ['x'], remove: []},
	{status: 'open'},
	{queue: 'IT'},
	{assignee: 'anna'},
	{text: 'x'},
	{message: 'out'},
	{id: 'c1'},
	{messages: ['in']},
	{subject: 'x'},
	{draft: aDraft()},
	{until: '2030-01-01T00:00:00.000Z'},
];

/** What one gets who may not see the ticket, by every call that there is. */
const everyAnswer = async (desk: Desk, number: string, other: string): Promise<unknown[]> => {
	const commands = actions.flatMap(({name: action}) =>
		[...inputs, {number: other}, {into: other}].map((input, index) => ({
			id: `${action}${index}`,
			number,
			action,
			input,
		})),
	);
	const toIt = ['link', 'merge'].map(action => ({
		id: `to-${action}`,
		number: other,
		action,
		input: action === 'link' ? {number} : {into: number},
	}));
	return [
		await desk.me(),
		...(await listAnswers(desk)),
		await desk.ticket(number),
		await desk.present(number, true),
		await desk.perform(commands),
		await desk.perform(toIt),
		await desk.ticket(other),
		await desk.send({id: 's1', number, draft: aDraft(), status: null, force: true}),
		await desk.search(half, 100),
		await desk.search(`is:private ${half}`, 100),
		await desk.search('is:private', 100),
		await desk.search(number, 100),
		await desk.raw(number, 'in'),
		await desk.attachment(number, 'in', 0),
		await desk.html(number, 'in'),
		await desk.outbox(),
		await desk.quarantine(),
		await desk.status(),
		await desk.figures(null),
		await desk.jobs(),
		await desk.tryRules({rules: null, numbers: [number], last: 0}),
		await desk.tryRules({rules: null, numbers: null, last: 100}),
		await desk.personalData(person.address.slice(0, 9)),
		await desk.ticket(number),
	];
};

/** What Ben, who may, does with it meanwhile: all of it makes pushes. */
const workOnIt = async (room: Room, number: string): Promise<void> => {
	const ben = must(await room.as('ben'));
	const steps = [
		{action: 'comment', input: {text: word}},
		{action: 'tags', input: {add: [`${word}2`], remove: []}},
		{action: 'subject', input: {subject: `${word} again`}},
		{action: 'draft', input: {draft: aDraft({id: 'd2', agent: 'ben', text: word})}},
		{action: 'prio', input: {on: true}},
		{action: 'status', input: {status: 'open'}},
	];
	must(await ben.present(number, true));
	const outcomes = must(
		await ben.perform(steps.map((step, index) => ({id: `b${index}`, number, ...step}))),
	);
	assert.ok(
		outcomes.every(outcome => outcome.ok),
		textOf(outcomes),
	);
	const draft = aDraft({id: 'd2', agent: 'ben', to: [person], text: word, seenMessages: 9});
	must(await ben.send({id: 's2', number, draft, status: null, force: true}));
	assert.ok(textOf(must(await ben.ticket(number))).includes(word));
	must(await ben.present(null, false));
};

export const contractPrivate = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	for (const login of ['anna', 'vera'])
		it(`no answer and no push to ${login} holds a word of a private ticket`, async room => {
			const number = await putHidden(room.store);
			const other = await putTicket(room.store);
			const chef = must(await room.as('chef'));
			const conditions = [{field: 'subject' as const, pattern: half}];
			must(
				await chef.saveItem('rules', aRule({conditions, actions: [{action: 'prio', value: ''}]})),
			);
			const control = [...(await listAnswers(chef)), await chef.outbox(), await chef.me()];
			assert.ok(control.filter(answer => textOf(answer).includes(word)).length > 20);
			const desk = must(await room.as(login));
			const told: Push[] = [];
			desk.on(push => told.push(push));
			for (const answer of await everyAnswer(desk, number, other))
				assert.ok(!textOf(answer).includes(word), textOf(answer).slice(0, 500));
			await workOnIt(room, number);
			await desk.search('x', 1);
			const [row] = must(
				await desk.window({
					query: {tab: 'inbox', sort: 'newest', filter: 'is:private'},
					from: 0,
					count: 1,
				}),
			).rows;
			assert.deepEqual([row?.number, row?.masked, row?.queue], [number, true, null]);
			assert.ok(told.some(push => push.kind === 'presence'));
			assert.ok(!textOf(told).includes(word), textOf(told).slice(0, 500));
		});

	it('who set the flag, the assignee, the responsible of its queue and admins see it', async room => {
		const number = await putHidden(room.store, {
			private: 'vera',
			queue: 'Vertrieb',
			assignee: 'anna',
		});
		for (const login of ['vera', 'ben', 'anna', 'chef']) {
			const desk = must(await room.as(login));
			assert.equal(must(await desk.ticket(number)).subject, word, login);
		}
	});

	it('what is merged with it or split from it is private as well', async room => {
		const number = await putHidden(room.store);
		const other = await putTicket(room.store);
		const ben = must(await room.as('ben'));
		const input = {messages: ['in']};
		const [split] = must(await ben.perform([{id: 'p', number, action: 'split', input}]));
		assert.ok(split?.ok, textOf(split));
		const [merged] = must(
			await ben.perform([{id: 'm', number, action: 'merge', input: {into: other}}]),
		);
		assert.ok(merged?.ok, textOf(merged));
		const anna = must(await room.as('anna'));
		for (const one of [split.number, other, number]) {
			const answer = [await anna.ticket(one), await anna.search(half, 10)];
			assert.ok(!textOf(answer).includes(word), one);
		}
	});

	it('one that I may not see is not among those that I may work on', async room => {
		const number = await putHidden(room.store, {status: 'open'});
		const query = {tab: 'open', sort: 'newest', filter: ''} as const;
		const seen = async (login: string) => {
			const window = must(await must(await room.as(login)).window({query, from: 0, count: 10}));
			return [window.rows.map(row => row.number), window.counts.open];
		};
		assert.deepEqual(await seen('anna'), [[], 0]);
		assert.deepEqual(await seen('ben'), [[number], 1]);
	});
};
