import assert from 'node:assert/strict';
import type {Desk} from '../../../source/desk/desk.ts';
import type {Rule} from '../../../source/domain/desk-document.ts';
import {ok} from '../../../source/domain/result.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {anAccount, aRule} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {letter} from '../mail-room.ts';
import {addAccount, putTicket, type Room} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const fromKim = [{field: 'sender', pattern: '@example.test'}] as const;

const sale = aRule({
	title: 'Werbung',
	conditions: [{field: 'subject', pattern: 'gutschein'}],
	actions: [{action: 'spam', value: ''}],
});

const all = {rules: null, numbers: null, last: 100};

export const contractRules = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	const save = async (room: Room, ...rules: readonly Rule[]): Promise<Desk> => {
		const chef = must(await room.as('chef'));
		for (const rule of rules) must(await chef.saveItem('rules', rule));
		return chef;
	};

	const receive = async (room: Room, raw: string, account: string | null = null) => {
		const anna = must(await room.as('anna'));
		const taken = must(await anna.receive({raw: Buffer.from(raw), account, queue: null}));
		return must(await room.store.ticket(taken.number ?? ''));
	};

	it('a new mail meets its rules in the commit that makes its ticket', async room => {
		const actions = [
			{action: 'queue', value: 'IT'},
			{action: 'prio', value: ''},
		];
		await save(room, aRule({id: 'a', title: 'Kim', conditions: fromKim, actions}), sale);
		const ticket = await receive(room, letter('first'));
		assert.deepEqual([ticket.queue, ticket.prio, ticket.revision], ['IT', true, 1]);
		assert.deepEqual(
			ticket.history.map(({by, what, to}) => [by, what, to]),
			[
				['raute', 'created', undefined],
				['raute', 'rule', 'Kim'],
				['raute', 'queue', 'IT'],
				['raute', 'prio', 'on'],
				['raute', 'tags', 'Prio'],
			],
		);
	});

	it('a follow-up meets no rules', async room => {
		const first = await receive(room, letter('first'));
		await save(room, {...sale, conditions: fromKim});
		const more = ['In-Reply-To: <first@example.test>'];
		const ticket = await receive(room, letter('second', {more}));
		assert.deepEqual([ticket.number, ticket.status], [first.number, 'new']);
	});

	it('a spam rule wins over an account whose tickets are completed', async room => {
		await addAccount(room.store, anAccount({id: 'alt', importAsCompleted: true}));
		await save(room, sale);
		const spam = await receive(room, letter('spam', {subject: 'Ihr Gutschein'}), 'alt');
		assert.equal(spam.status, 'trash');
		assert.equal((await receive(room, letter('ham'), 'alt')).status, 'completed');
	});

	it('the address that the server delivered to counts, and still does on demand', async room => {
		const pattern = 'geheim@firma.example';
		const more = [`Delivered-To: ${pattern}`];
		const before = await receive(room, letter('before', {more}));
		const actions = [{action: 'tags', value: 'geheim'}];
		await save(room, aRule({conditions: [{field: 'recipient', pattern}], actions}));
		assert.deepEqual((await receive(room, letter('after', {more}))).tags, ['geheim']);
		const anna = must(await room.as('anna'));
		const command = {id: 'x', number: before.number, action: 'applyRules', input: {}};
		const [done] = must(await anna.perform([command]));
		assert.ok(done?.ok && done.undo);
		assert.deepEqual(must(await anna.ticket(before.number)).tags, ['geheim']);
		must(await anna.perform([{id: 'y', number: before.number, ...done.undo}]));
		assert.deepEqual(must(await anna.ticket(before.number)).tags, []);
	});

	it('a template goes out as the reply of a rule, once, in the same commit', async room => {
		const chef = must(await room.as('chef'));
		const template = {
			id: 'danke',
			title: 'Danke',
			category: '',
			language: 'de',
			project: null,
			text: 'Danke, {NAME}. Ihre Nummer ist {TICKET}.',
			order: 1,
			active: true,
		};
		must(await chef.saveItem('templates', template));
		const rule = aRule({
			conditions: fromKim,
			actions: [{action: 'template', value: 'danke'}],
		});
		must(await chef.saveItem('rules', rule));
		const date = new Date(Date.UTC(2026, 10, 23, 9)).toUTCString();
		const raw = letter('order').replace(/^Date: .*$/mu, `Date: ${date}`);
		const ticket = await receive(room, raw, 'support');
		const replies = ticket.messages.filter(({direction}) => direction === 'out');
		assert.equal(replies.length, 1, JSON.stringify(ticket.history));
		assert.equal(replies[0]?.text, `Danke, Kim. Ihre Nummer ist ${ticket.number}.`);
		assert.equal(replies[0]?.state, 'queued');
	});

	it('a dry run says what would change, newest first, and changes nothing', async room => {
		const chef = await save(room, sale);
		const old = await receive(room, letter('old'));
		room.pass(60_000);
		const young = await receive(room, letter('young', {subject: 'Re: old'}));
		const rule = aRule({
			active: false,
			conditions: fromKim,
			actions: [
				{action: 'queue', value: 'IT'},
				{action: 'template', value: 'danke'},
			],
		});
		const trial = must(await chef.tryRules({rules: [rule], numbers: null, last: 10}));
		assert.equal(trial.seen, 2);
		assert.deepEqual(
			trial.hits.map(({number, rules, steps}) => ({number, rules, steps})),
			[young, old].map(({number}) => ({
				number,
				rules: ['r1'],
				steps: [{action: 'queue', input: {queue: 'IT'}}],
			})),
		);
		assert.deepEqual(must(await room.store.ticket(young.number)), young);
		const one = {rules: [rule], numbers: [old.number, '202601010001'], last: 0};
		assert.deepEqual(must(await chef.tryRules(one)).seen, 1);
		assert.deepEqual(must(await chef.tryRules(all)).hits, []);
	});

	it('a dry run shows and counts no ticket that is masked', async room => {
		await save(room, aRule({conditions: [{field: 'recipient', pattern: '*'}]}));
		await putTicket(room.store, {private: 'ben'});
		const open = await putTicket(room.store, {private: 'anna'});
		const anna = must(await room.as('anna'));
		const seen = async (numbers: readonly string[] | null) => {
			const trial = must(await anna.tryRules({rules: null, numbers, last: 10}));
			return [trial.seen, trial.hits.map(({number}) => number)];
		};
		assert.deepEqual(await seen(null), [1, [open]]);
		assert.deepEqual(await seen([...room.store.summaries().keys()]), [1, [open]]);
	});

	it('rules of one’s own are tried with the right to rules, stored ones with that to edit', async room => {
		const ask = async (login: string, rules: readonly Rule[] | null) =>
			problemOf(await must(await room.as(login)).tryRules({rules, numbers: null, last: 5}));
		assert.equal(await ask('vera', null), 'not-permitted');
		assert.equal(await ask('anna', null), 'none');
		assert.equal(await ask('anna', [sale]), 'not-permitted');
		assert.equal(await ask('chef', [sale]), 'none');
		assert.equal(await ask('chef', [{...sale, id: ''}]), 'input-invalid');
	});

	it('a masked ticket is not changed by rules', async room => {
		await save(room, aRule({conditions: [{field: 'recipient', pattern: '*'}]}));
		const number = await putTicket(room.store, {private: 'ben'});
		const anna = must(await room.as('anna'));
		const [done] = must(await anna.perform([{id: 'x', number, action: 'applyRules', input: {}}]));
		assert.ok(done && !done.ok);
		assert.equal(done.problem.name, 'not-permitted');
	});

	it('a rule that lost what it names is skipped there, and can be switched off and moved', async room => {
		const chef = must(await room.as('chef'));
		const actions = [
			{action: 'queue', value: 'Weg'},
			{action: 'prio', value: 'on'},
		];
		const rule = aRule({conditions: fromKim, actions});
		must(await room.store.changeDesk(desk => ok({...desk, rules: [rule]})));
		const shaped: Ticket = await receive(room, letter('first'));
		assert.deepEqual([shaped.queue, shaped.prio], [null, true]);
		must(await chef.saveItem('rules', {...rule, position: 7}));
		must(await chef.saveItem('rules', {...rule, title: 'Alt', active: false}));
		assert.equal(problemOf(await chef.saveItem('rules', rule)), 'rule-invalid');
	});
};
