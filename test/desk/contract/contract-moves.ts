import assert from 'node:assert/strict';
import type {Command, Desk, Outcome} from '../../../source/desk/desk.ts';
import {ok} from '../../../source/domain/result.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aDraft, aMessage, person} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {mails} from '../change/move-room.ts';
import {letter} from '../mail-room.ts';
import {putTicket, type Room} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const done = (outcome: Outcome | undefined): Outcome & {ok: true} => {
	assert.ok(outcome?.ok, JSON.stringify(outcome));
	return outcome;
};

const act = async (desk: Desk, command: Omit<Command, 'id'>, id = 'c'): Promise<Outcome> => {
	const [outcome] = must(await desk.perform([{...command, id: `${id}${command.action}`}]));
	assert.ok(outcome);
	return outcome;
};

const ids = (ticket: Ticket): readonly string[] => ticket.messages.map(({id}) => id);

const two = async (room: Room): Promise<readonly [string, string]> => [
	await putTicket(room.store, {
		updatedAt: '2026-11-23T10:00:00.000Z',
		messages: mails('anke', [8, 10]),
		drafts: [aDraft({seenMessages: 2})],
		tags: ['Prio'],
		prio: true,
		waitingSince: '2026-11-23T08:00:00.000Z',
	}),
	await putTicket(room.store, {
		messages: mails('bert', [9]),
		status: 'completed',
		unread: false,
		waitingSince: null,
	}),
];

const firstRows = async (desk: Desk, tab: 'inbox' | 'archive' | 'completed') => {
	const query = {tab, sort: 'newest', filter: ''} as const;
	return must(await desk.window({query, from: 0, count: 10})).rows.map(row => row.number);
};

export const contractMoves = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('a merge moves mails, draft and comments, wakes the other ticket, and is taken back', async room => {
		const [from, into] = await two(room);
		const anna = must(await room.as('anna'));
		const before = [must(await anna.ticket(from)), must(await anna.ticket(into))] as const;
		const merged = done(await act(anna, {number: from, action: 'merge', input: {into}}));
		const [gone, whole] = [must(await anna.ticket(from)), must(await anna.ticket(into))];
		assert.deepEqual(ids(whole), ['anke8', 'bert9', 'anke10']);
		assert.deepEqual([ids(gone), gone.drafts, gone.status], [[], [], 'completed']);
		assert.deepEqual([whole.status, whole.prio, whole.tags], ['new', true, ['Prio']]);
		assert.equal(whole.drafts[0]?.seenMessages, 3);
		assert.equal(whole.links[0]?.number, from);
		assert.deepEqual(
			[gone.history.at(-1)?.what, whole.history.map(({what}) => what).includes('merge-from')],
			['unread', true],
		);
		assert.deepEqual(await firstRows(anna, 'completed'), []);
		assert.deepEqual([...(await firstRows(anna, 'archive'))].sort(), [from, into]);
		assert.deepEqual(merged.undo, {action: 'unmerge', input: {}});
		const back = done(await act(anna, {number: from, action: 'unmerge', input: {}}));
		const after = [must(await anna.ticket(from)), must(await anna.ticket(into))] as const;
		for (const [index, ticket] of after.entries()) {
			const was = before[index];
			assert.ok(was);
			const {history: _h, revision: _r, ...now} = ticket;
			const {history: _wasH, revision: _wasR, ...then} = was;
			assert.deepEqual(now, then);
		}
		assert.deepEqual(back.undo, {action: 'merge', input: {into}});
	});

	it('an answer to a merged ticket goes to the one it was merged into, also over two merges', async room => {
		const [from, into] = await two(room);
		const last = await putTicket(room.store, {messages: mails('cara', [7])});
		const anna = must(await room.as('anna'));
		done(await act(anna, {number: from, action: 'merge', input: {into}}));
		done(await act(anna, {number: into, action: 'merge', input: {into: last}}));
		const answer = letter('again', {
			from: 'anke@example.de',
			subject: `Re: Waage [#${from}]`,
		});
		const raw = Buffer.from(answer);
		const taken = must(await anna.receive({raw, account: 'support', queue: null}));
		assert.deepEqual([taken.result, taken.number], ['follow-up', last]);
		const thread = letter('thread', {more: ['In-Reply-To: <anke8@example.de>']});
		const second = must(
			await anna.receive({raw: Buffer.from(thread), account: 'support', queue: null}),
		);
		assert.deepEqual([second.result, second.number], ['follow-up', last]);
	});

	it('who writes in a ticket while it is merged goes on writing in the other one', async room => {
		const [from, into] = await two(room);
		const anna = must(await room.as('anna'));
		const chef = must(await room.as('chef'));
		done(await act(chef, {number: from, action: 'merge', input: {into}}));
		const draft = aDraft({text: 'weiter', seenMessages: 2});
		const kept = done(await act(anna, {number: from, action: 'draft', input: {draft}}));
		assert.equal(kept.number, into);
		assert.equal(must(await anna.ticket(into)).drafts[0]?.text, 'weiter');
		const sending = {id: 's1', number: from, draft, status: null, force: true};
		must(await anna.send(sending));
		assert.equal(must(await anna.ticket(into)).messages.at(-1)?.direction, 'out');
		assert.deepEqual(must(await anna.ticket(from)).messages, []);
		const status = {number: from, action: 'status', input: {status: 'open'}};
		assert.equal(problemOf(await act(anna, status)), 'ticket-merged');
	});

	it('who has a merged ticket open is seen in the other one', async room => {
		const [from, into] = await two(room);
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		must(await ben.present(from, true));
		done(await act(anna, {number: from, action: 'merge', input: {into}}));
		const query = {tab: 'inbox', sort: 'newest', filter: ''} as const;
		const openBy = async () =>
			must(await anna.window({query, from: 0, count: 10})).rows.map(row => row.openBy);
		assert.deepEqual(await openBy(), [['ben']]);
		must(await ben.present(null, false));
		must(await ben.present(from, false));
		assert.deepEqual(await openBy(), [['ben']]);
	});

	it('a merge is refused with itself, with nothing, with a private one, and while a mail is sent', async room => {
		const [from, into] = await two(room);
		const ben = must(await room.as('ben'));
		const anna = must(await room.as('anna'));
		const merge = (target: string) => ({number: from, action: 'merge', input: {into: target}});
		assert.equal(problemOf(await act(anna, merge(from), 'a')), 'input-invalid');
		assert.equal(problemOf(await act(anna, merge('202611239999'), 'b')), 'ticket-missing');
		must(await room.store.change(into, ticket => ok({...ticket, private: 'ben'})));
		assert.equal(problemOf(await act(anna, merge(into), 'c')), 'not-permitted');
		const sending = aMessage({id: 'out', direction: 'out', state: 'sending'});
		must(
			await room.store.change(from, ticket =>
				ok({...ticket, messages: [...ticket.messages, sending]}),
			),
		);
		assert.equal(problemOf(await act(ben, merge(into), 'd')), 'mail-waiting');
		const vera = must(await room.as('vera'));
		assert.equal(problemOf(await act(vera, merge(into), 'e')), 'not-permitted');
	});

	it('mails part into a ticket of their own, which merges back', async room => {
		const number = await putTicket(room.store, {
			queue: 'IT',
			messages: [...mails('anke', [8]), ...mails('bert', [9])],
			drafts: [aDraft({answers: 'bert9', seenMessages: 2})],
		});
		const anna = must(await room.as('anna'));
		const split = {number, action: 'split', input: {messages: ['bert9'], comments: []}};
		const parted = done(await act(anna, split));
		const [old, fresh] = [must(await anna.ticket(number)), must(await anna.ticket(parted.number))];
		assert.deepEqual([ids(old), ids(fresh)], [['anke8'], ['bert9']]);
		assert.deepEqual([old.drafts, fresh.drafts.length], [[], 1]);
		assert.deepEqual(
			[fresh.requester, fresh.subject, fresh.queue, fresh.status],
			[person('bert@example.de', 'bert'), 'bert 9', 'IT', 'new'],
		);
		assert.deepEqual(
			[old.links, fresh.links].map(links => links[0]?.kind),
			['related', 'related'],
		);
		assert.deepEqual(done(await act(anna, split)).number, parted.number);
		assert.ok(parted.undo);
		done(await act(anna, {...parted.undo, number: parted.number}));
		assert.deepEqual(ids(must(await anna.ticket(number))), ['anke8', 'bert9']);
		const all = {...split, input: {messages: ['anke8', 'bert9'], comments: []}};
		assert.equal(problemOf(await act(anna, all, 'x')), 'input-invalid');
	});

	it('a full ticket goes on in a linked one', async room => {
		const full = Array.from({length: 500}, (_, index) => aMessage({id: `f${index}`}));
		const number = await putTicket(room.store, {queue: 'IT', messages: full, tags: ['lang']});
		const anna = must(await room.as('anna'));
		const next = async (name: string) => {
			const mail = letter(name, {
				from: 'j.uebelacker@example.de',
				subject: `Re: Passwort [#${number}]`,
			});
			return must(await anna.receive({raw: Buffer.from(mail), account: 'support', queue: null}));
		};
		const first = await next('eins');
		const second = await next('zwei');
		assert.equal(first.result, 'follow-up');
		assert.notEqual(first.number, number);
		assert.equal(second.number, first.number);
		const further = must(await anna.ticket(first.number ?? ''));
		assert.deepEqual(
			[further.queue, further.tags, further.messages.length, further.taking],
			['IT', ['lang'], 2, undefined],
		);
		assert.deepEqual(further.links, [{kind: 'continues', number}]);
		assert.deepEqual(must(await anna.ticket(number)).links, [
			{kind: 'continued-by', number: first.number},
		]);
	});
};
