import assert from 'node:assert/strict';
import type {Command, Outcome} from '../../../source/desk/desk.ts';
import {must, problemOf} from '../../result.ts';
import {pushed, putTicket} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const status = (number: string, to: string, id = `${number}-${to}`): Command => ({
	id,
	number,
	action: 'status',
	input: {status: to},
});

const done = (outcome: Outcome | undefined): Outcome & {ok: true} => {
	assert.ok(outcome?.ok, JSON.stringify(outcome));
	return outcome;
};

const names = (outcomes: readonly Outcome[]): readonly string[] => outcomes.map(problemOf);

export const contractTickets = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('a batch does what it can, says what failed and why, and is taken back whole', async room => {
		const made = [await putTicket(room.store), await putTicket(room.store)];
		const anna = must(await room.as('anna'));
		const outcomes = must(
			await anna.perform([
				status(made[0] ?? '', 'completed'),
				status('202611239999', 'completed'),
				status(made[1] ?? '', 'completed'),
				status(made[1] ?? '', 'nonsense'),
			]),
		);
		assert.deepEqual(names(outcomes), ['none', 'ticket-missing', 'none', 'input-invalid']);
		const undo = outcomes.flatMap((outcome, index) =>
			outcome.ok && outcome.undo
				? [{...outcome.undo, id: `u${index}`, number: outcome.number}]
				: [],
		);
		assert.deepEqual(names(must(await anna.perform(undo))), ['none', 'none']);
		for (const number of made) assert.equal(must(await anna.ticket(number)).status, 'new');
	});

	it('commands of one ticket are applied in their order', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const words = Array.from({length: 40}, (_, index) => `w${index}`);
		const commands = words.map(text => ({id: text, number, action: 'comment', input: {text}}));
		must(await anna.perform(commands));
		const {comments} = must(await anna.ticket(number));
		assert.deepEqual(
			comments.map(comment => comment.text),
			words,
		);
	});

	it('a command that is sent again is answered as before and applied once', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const command = {id: 'c1', number, action: 'comment', input: {text: 'einmal'}};
		const first = done(must(await anna.perform([command]))[0]);
		const again = done(must(await anna.perform([command]))[0]);
		assert.deepEqual(again, first);
		assert.equal(must(await anna.ticket(number)).comments.length, 1);
	});

	it('a command for an older revision is a conflict', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const {revision} = must(await anna.ticket(number));
		must(await anna.perform([{...status(number, 'open'), revision}]));
		const late = must(await anna.perform([{...status(number, 'clarify'), revision}]));
		assert.deepEqual(names(late), ['changed-meanwhile']);
	});

	it('undo is refused when a colleague was there meanwhile', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		const {undo} = done(must(await anna.perform([status(number, 'open')]))[0]);
		must(await ben.perform([status(number, 'clarify')]));
		assert.ok(undo);
		const back = must(await anna.perform([{...undo, id: 'u', number}]));
		assert.deepEqual(names(back), ['changed-meanwhile']);
	});

	it('who looks at a ticket is told that it changed', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		must(await anna.ticket(number));
		const told = pushed(anna, push => push.kind === 'ticket');
		const {revision} = done(must(await ben.perform([status(number, 'open')]))[0]);
		assert.deepEqual(await told, {kind: 'ticket', number, revision});
	});

	it('opening a read ticket writes nothing', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const read = (id: string) => ({id, number, action: 'read', input: {}});
		must(await anna.perform([read('a')]));
		const {revision} = must(await anna.ticket(number));
		must(await anna.perform([read('b')]));
		assert.equal(must(await anna.ticket(number)).revision, revision);
	});

	it('a link stands on both tickets and is taken back from both', async room => {
		const [one, two] = [await putTicket(room.store), await putTicket(room.store)];
		const anna = must(await room.as('anna'));
		const link = {id: 'l', number: one, action: 'link', input: {number: two}};
		const {undo} = done(must(await anna.perform([link]))[0]);
		const links = async (number: string) => must(await anna.ticket(number)).links;
		assert.deepEqual(await links(one), [{kind: 'related', number: two}]);
		assert.deepEqual(await links(two), [{kind: 'related', number: one}]);
		assert.ok(undo);
		must(await anna.perform([{...undo, id: 'u', number: one}]));
		assert.deepEqual([await links(one), await links(two)], [[], []]);
		const nowhere = {...link, id: 'n', input: {number: '202611239999'}};
		assert.deepEqual(names(must(await anna.perform([nowhere]))), ['ticket-missing']);
	});

	it('deleting for good is for admins, and takes the ticket out of every list', async room => {
		const number = await putTicket(room.store);
		const erase = {id: 'd', number, action: 'delete', input: {}};
		const anna = must(await room.as('anna'));
		assert.deepEqual(names(must(await anna.perform([erase]))), ['not-permitted']);
		const chef = must(await room.as('chef'));
		assert.equal(done(must(await chef.perform([erase]))[0]).undo, null);
		assert.equal(problemOf(await chef.ticket(number)), 'ticket-missing');
		const query = {tab: 'archive', sort: 'newest', filter: ''} as const;
		assert.equal(must(await anna.window({query, from: 0, count: 1})).total, 0);
	});
};
