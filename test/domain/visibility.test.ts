import assert from 'node:assert/strict';
import {test} from 'node:test';
import {summarize} from '../../source/domain/summary.ts';
import {viewerOf} from '../../source/domain/viewer.ts';
import {maySee, summaryFor, ticketFor} from '../../source/domain/visibility.ts';
import {aDraft, anAgent, aTicket} from './sample.ts';

const queues = [
	{label: 'IT', name: 'IT', responsible: 'anna'},
	{label: 'Lager', name: 'Lager', responsible: null},
];
const viewer = viewerOf(anAgent('anna'), queues);

test('a private ticket is seen by who set it, its assignee, the responsible of its queue and admins', () => {
	assert.equal(maySee(aTicket(), viewer), true);
	assert.equal(maySee(aTicket({private: 'ben'}), viewer), false);
	assert.equal(maySee(aTicket({private: 'anna'}), viewer), true);
	assert.equal(maySee(aTicket({private: 'ben', assignee: 'anna'}), viewer), true);
	assert.equal(maySee(aTicket({private: 'ben', queue: 'IT'}), viewer), true);
	assert.equal(maySee(aTicket({private: 'ben', queue: 'Lager'}), viewer), false);
	assert.equal(maySee(aTicket({private: 'ben'}), viewerOf(anAgent('chef', 'admin'), queues)), true);
});

test('nothing that was written on a private ticket reaches the others', () => {
	const ticket = aTicket({
		private: 'ben',
		tags: ['kuendigung'],
		comments: [{id: 'c', author: 'ben', at: '', text: 'geheim'}],
		drafts: [aDraft({agent: 'ben'})],
		history: [{at: '', by: 'ben', what: 'subject', from: 'geheim'}],
	});
	const seen = JSON.stringify([ticketFor(ticket, viewer), summaryFor(summarize(ticket), viewer)]);
	for (const secret of ['Passwort', 'belacker', 'geheim', 'kuendigung', 'anmelden'])
		assert.ok(!seen.includes(secret), secret);
	assert.ok(seen.includes(ticket.number));
});

test('nobody is shown the drafts of a colleague', () => {
	const ticket = aTicket({drafts: [aDraft({id: 'a'}), aDraft({id: 'b', agent: 'ben'})]});
	assert.deepEqual(
		ticketFor(ticket, viewer).drafts.map(draft => draft.id),
		['a'],
	);
});

test('nobody is told of the stars of a colleague', () => {
	for (const [stars, own] of [
		[['ben', 'anna'], ['anna']],
		[['ben'], undefined],
		[['anna'], ['anna']],
	] as const) {
		const ticket = aTicket({stars});
		assert.deepEqual(ticketFor(ticket, viewer).stars, own);
		assert.deepEqual(summaryFor(summarize(ticket), viewer).stars, own);
	}
});
