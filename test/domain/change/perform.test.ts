import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Step} from '../../../source/domain/action/action.ts';
import {mayCallBack} from '../../../source/domain/action/call-back.ts';
import {actions} from '../../../source/domain/action/index.ts';
import {performAction} from '../../../source/domain/change/perform.ts';
import {editableFields, type Ticket} from '../../../source/domain/ticket.ts';
import {aBook, aContext, aDelivery, aDraft, aMessage, aTicket} from '../sample.ts';

const rules = aBook({
	conditions: [{field: 'subject', pattern: 'passwort'}],
	actions: [{action: 'tags', value: 'konto'}],
});

const performed = (ticket: Ticket, step: Step, context = aContext({rules})) => {
	const result = performAction(ticket, step, context);
	assert.ok(result.ok, `${step.action}: ${JSON.stringify(result)}`);
	return result.value;
};

const refused = (ticket: Ticket, step: Step, context = aContext()) => {
	const result = performAction(ticket, step, context);
	assert.ok(!result.ok, `${step.action} was not refused`);
	return result.problem.name;
};

const facts = (ticket: Ticket) => ({
	...Object.fromEntries(editableFields.map(field => [field, ticket[field]])),
	stars: ticket.stars,
	waitingSince: ticket.waitingSince,
	comments: ticket.comments.map(comment => comment.text),
	drafts: ticket.drafts.map(draft => [draft.id, draft.text]),
	links: ticket.links,
});

const later = {...aContext(), now: '2026-11-23T11:00:00.000Z'};

const comment = {
	id: 'c1',
	author: 'anna',
	at: '2026-11-23T09:30:00.000Z',
	text: 'Konto war gesperrt',
};

const note = aDraft({
	kind: 'phone',
	from: 'Jo <jo@example.de>',
	subject: 'Rückruf',
	answers: null,
	updatedAt: '2026-11-23T10:00:00.000Z',
});

/**
 * One real change per action that has a way back. A draft that came back is thrown away by hand alone,
 * and what is put down again has a time of its own.
 */
const reversible: ReadonlyArray<{step: Step; ticket?: Partial<Ticket>}> = [
	{step: {action: 'status', input: {status: 'completed'}}},
	{step: {action: 'assign', input: {assignee: 'anna'}}},
	{step: {action: 'assign', input: {assignee: null}}, ticket: {assignee: 'ben'}},
	{step: {action: 'claim', input: {}}},
	{step: {action: 'queue', input: {queue: 'vertrieb'}}},
	{step: {action: 'queue', input: {queue: null}}, ticket: {queue: 'IT'}},
	{step: {action: 'project', input: {project: 'STANDARD'}}},
	{step: {action: 'prio', input: {on: true}}, ticket: {tags: ['konto']}},
	{step: {action: 'prio', input: {on: false}}, ticket: {prio: true, tags: ['Prio']}},
	{step: {action: 'personal', input: {on: true}}},
	{step: {action: 'private', input: {on: true}}},
	{step: {action: 'private', input: {on: false}}, ticket: {private: 'anna'}},
	{step: {action: 'star', input: {on: true}}},
	{step: {action: 'star', input: {on: true}}, ticket: {stars: ['ben']}},
	{step: {action: 'star', input: {on: false}}, ticket: {stars: ['anna']}},
	{step: {action: 'tags', input: {add: ['konto'], remove: ['alt']}}, ticket: {tags: ['alt']}},
	{step: {action: 'snooze', input: {until: '2026-12-01T08:00:00.000Z'}}},
	{step: {action: 'subject', input: {subject: 'Neuer Betreff'}}},
	{step: {action: 'requester', input: {requester: {name: 'P', address: 'p@example.de'}}}},
	{step: {action: 'read', input: {}}},
	{step: {action: 'comment', input: {text: 'Bitte prüfen'}}},
	{step: {action: 'uncomment', input: {id: 'c1'}}, ticket: {comments: [comment]}},
	{step: {action: 'discardDraft', input: {id: 'd1'}}, ticket: {status: 'open', drafts: [aDraft()]}},
	{step: {action: 'applyRules', input: {}}},
	{step: {action: 'spam', input: {}}},
	{step: {action: 'archiveUnread', input: {}}},
	{step: {action: 'restore', input: {fields: {status: {from: 'new', to: 'clarify'}}}}},
	{
		step: {action: 'record', input: {draft: note}},
		ticket: {status: 'open', messages: [], drafts: [note]},
	},
	{step: {action: 'link', input: {number: '202611230002'}}},
	{
		step: {action: 'link', input: {number: '202611230002', on: false}},
		ticket: {links: [{kind: 'related', number: '202611230002'}]},
	},
];

const irreversible = ['draft', 'callBack', 'retrySend', 'delete'];

/** Their other half is done by the desk: see `test/desk/contract/contract-moves.ts`. */
const overTwoTickets = ['merge', 'unmerge', 'split'];

/** The way back of `record`, taken there. */
const waysBack = ['unrecord'];

test('every action is either taken back and redone here, or known to have no way back', () => {
	const covered = new Set([
		...reversible.map(one => one.step.action),
		...irreversible,
		...overTwoTickets,
		...waysBack,
	]);
	assert.deepEqual(
		actions.map(action => action.name).filter(name => !covered.has(name)),
		[],
	);
});

for (const {step, ticket: part} of reversible) {
	test(`${step.action} ${JSON.stringify(step.input)} is taken back by its undo and done again by the undo of that`, () => {
		const before = aTicket(part);
		const done = performed(before, step);
		assert.notDeepEqual(facts(done.after), facts(before));
		assert.ok(done.undo);
		const back = performed(done.after, done.undo, later);
		assert.deepEqual(facts(back.after), facts(before));
		if (step.action === 'discardDraft' || step.action === 'record') return;
		assert.ok(back.undo);
		assert.deepEqual(facts(performed(back.after, back.undo, later).after), facts(done.after));
	});
}

test('a change counts the revision up once and writes who changed which field from what to what', () => {
	const {after} = performed(aTicket(), {action: 'queue', input: {queue: 'Vertrieb'}});
	assert.equal(after.revision, 2);
	assert.deepEqual(after.history, [
		{at: '2026-11-23T10:00:00.000Z', by: 'anna', what: 'queue', to: 'Vertrieb'},
		{at: '2026-11-23T10:00:00.000Z', by: 'anna', what: 'assignee', to: 'ben'},
	]);
});

test('a step that changes nothing answers the same ticket and no way back', () => {
	const ticket = aTicket();
	const same = performed(ticket, {action: 'status', input: {status: 'new'}});
	assert.equal(same.after, ticket);
	assert.equal(same.undo, null);
});

test('only mail and comments move a ticket in the list', () => {
	const at = aTicket().updatedAt;
	assert.equal(
		performed(aTicket(), {action: 'status', input: {status: 'open'}}).after.updatedAt,
		at,
	);
	const commented = performed(aTicket(), {action: 'comment', input: {text: 'x'}}).after;
	assert.equal(commented.updatedAt, '2026-11-23T10:00:00.000Z');
});

test('nobody waits for a completed ticket, and its undo brings back since when the customer waited', () => {
	const done = performed(aTicket(), {action: 'status', input: {status: 'completed'}});
	assert.equal(done.after.waitingSince, null);
	assert.ok(done.undo);
	assert.equal(performed(done.after, done.undo).after.waitingSince, aTicket().waitingSince);
});

test('undo is refused when a colleague changed the field meanwhile, and names it', () => {
	const done = performed(aTicket(), {action: 'status', input: {status: 'open'}});
	const meanwhile = performed(done.after, {action: 'status', input: {status: 'clarify'}}).after;
	assert.ok(done.undo);
	assert.equal(refused(meanwhile, done.undo), 'changed-meanwhile');
});

test('tags are taken back beside those that a colleague has set or taken away', () => {
	const before = {...aTicket(), tags: ['alt', 'weg']};
	const done = performed(before, {action: 'tags', input: {add: ['neu'], remove: ['weg']}});
	const meanwhile = performed(done.after, {action: 'tags', input: {add: ['b'], remove: ['alt']}});
	assert.ok(done.undo);
	const back = performed(meanwhile.after, done.undo);
	assert.deepEqual([...back.after.tags].sort(), ['b', 'weg']);
	assert.ok(back.undo);
	assert.deepEqual([...performed(back.after, back.undo).after.tags].sort(), ['b', 'neu']);
	const removed = performed(done.after, {action: 'tags', input: {remove: ['neu']}}).after;
	assert.equal(refused(removed, done.undo), 'changed-meanwhile');
	const addedBack = performed(done.after, {action: 'tags', input: {add: ['weg']}}).after;
	assert.equal(refused(addedBack, done.undo), 'changed-meanwhile');
});

test('the tag Prio and the priority flag are one, whichever is touched', () => {
	const on = performed(aTicket(), {action: 'tags', input: {add: ['prio']}}).after;
	assert.deepEqual([on.prio, on.tags], [true, ['Prio']]);
	const off = performed(on, {action: 'prio', input: {on: false}}).after;
	assert.deepEqual([off.prio, off.tags], [false, []]);
	const untagged = performed(on, {action: 'tags', input: {remove: ['PRIO']}}).after;
	assert.deepEqual([untagged.prio, untagged.tags], [false, []]);
	const restored = performed(aTicket(), {
		action: 'restore',
		input: {fields: {prio: {from: false, to: true}}},
	}).after;
	assert.deepEqual([restored.prio, restored.tags], [true, ['Prio']]);
});

test('a queue gives its responsible a ticket that nobody has, and leaves one that somebody has', () => {
	const step = {action: 'queue', input: {queue: 'Vertrieb'}};
	assert.equal(performed(aTicket(), step).after.assignee, 'ben');
	assert.equal(performed(aTicket({assignee: 'anna'}), step).after.assignee, 'anna');
});

test('taking a new ticket opens it, giving it to a colleague does not', () => {
	assert.equal(
		performed(aTicket(), {action: 'assign', input: {assignee: 'anna'}}).after.status,
		'open',
	);
	assert.equal(
		performed(aTicket(), {action: 'assign', input: {assignee: 'ben'}}).after.status,
		'new',
	);
});

test('a flag stays with the agent who set it', () => {
	const ticket = aTicket({private: 'ben'});
	const step = {action: 'private', input: {on: true}};
	assert.equal(performed(ticket, step).after.private, 'ben');
});

test('foreign input is cleaned of control characters and bidi overrides', () => {
	const {after} = performed(aTicket(), {
		action: 'comment',
		input: {text: 'eins\u001B[2J\r\nzwei\u202E\tdrei'},
	});
	assert.equal(after.comments[0]?.text, 'eins[2J\nzwei\tdrei');
	const subject = performed(aTicket(), {
		action: 'subject',
		input: {subject: ' a\r\nBcc: b '},
	}).after;
	assert.equal(subject.subject, 'a Bcc: b');
});

const wrong: ReadonlyArray<{step: Step; problem: string; ticket?: Partial<Ticket>}> = [
	{step: {action: 'fly', input: {}}, problem: 'action-unavailable'},
	{step: {action: 'status', input: {status: 'closed'}}, problem: 'input-invalid'},
	{step: {action: 'status', input: null}, problem: 'input-invalid'},
	{step: {action: 'assign', input: {assignee: 'nobody'}}, problem: 'agent-unknown'},
	{step: {action: 'assign', input: {assignee: 'weg'}}, problem: 'agent-unknown'},
	{step: {action: 'claim', input: {}}, ticket: {assignee: 'ben'}, problem: 'changed-meanwhile'},
	{step: {action: 'queue', input: {queue: 'Mars'}}, problem: 'queue-unknown'},
	{step: {action: 'project', input: {project: 'Mars'}}, problem: 'input-invalid'},
	{step: {action: 'tags', input: {add: ['a,b']}}, problem: 'input-invalid'},
	{step: {action: 'tags', input: {add: ['x'.repeat(41)]}}, problem: 'input-invalid'},
	{step: {action: 'snooze', input: {until: '2020-01-01T00:00:00Z'}}, problem: 'input-invalid'},
	{step: {action: 'snooze', input: {until: 'tomorrow'}}, problem: 'input-invalid'},
	{step: {action: 'subject', input: {subject: ' \u0007 '}}, problem: 'input-invalid'},
	{step: {action: 'comment', input: {text: ' \n '}}, problem: 'input-invalid'},
	{step: {action: 'uncomment', input: {id: 'c9'}}, problem: 'changed-meanwhile'},
	{step: {action: 'discardDraft', input: {id: 'd9'}}, problem: 'draft-missing'},
	{
		step: {action: 'restore', input: {fields: {number: {from: 1, to: 2}}}},
		problem: 'input-invalid',
	},
	{step: {action: 'link', input: {number: '202611230001'}}, problem: 'input-invalid'},
	{step: {action: 'callBack', input: {message: 'm9'}}, problem: 'message-missing'},
	{step: {action: 'callBack', input: {message: 'm1'}}, problem: 'too-late'},
	{step: {action: 'retrySend', input: {message: 'm1'}}, problem: 'action-unavailable'},
	{
		step: {action: 'draft', input: {draft: aDraft({agent: 'ben'})}},
		problem: 'not-permitted',
	},
	{
		step: {action: 'draft', input: {draft: aDraft()}},
		ticket: {drafts: [aDraft({agent: 'ben'})]},
		problem: 'not-permitted',
	},
];

for (const {step, problem, ticket} of wrong) {
	test(`${step.action} ${JSON.stringify(step.input)?.slice(0, 60)} is refused with ${problem}`, () => {
		assert.equal(refused(aTicket(ticket), step), problem);
	});
}

test('a draft is kept under its id, and beginning an answer opens a new ticket', () => {
	const first = performed(aTicket(), {action: 'draft', input: {draft: aDraft()}}).after;
	assert.equal(first.status, 'open');
	const second = performed(first, {action: 'draft', input: {draft: aDraft({text: 'mehr'})}}).after;
	assert.deepEqual(
		second.drafts.map(draft => draft.text),
		['mehr'],
	);
});

test('a draft is kept while an address of it is half typed, and such a one is not recorded', () => {
	const draft = aDraft({to: [{name: '', address: 'kim@kun'}], cc: [{name: '', address: 'an'}]});
	const kept = performed(aTicket(), {action: 'draft', input: {draft}}).after;
	assert.equal(kept.drafts[0]?.cc[0]?.address, 'an');
	assert.equal(refused(aTicket(), {action: 'record', input: {draft}}), 'input-invalid');
});

test('a mail in the outbox is called back with its draft and the status it had replaced', () => {
	const at = '2026-11-23T09:50:00.000Z';
	const queued = aMessage({
		id: 'm2',
		direction: 'out',
		state: 'queued',
		author: 'anna',
		receivedAt: at,
		delivery: aDelivery({draft: aDraft()}),
	});
	const ticket = aTicket({
		status: 'waiting_customer',
		waitingSince: null,
		messages: [aMessage(), queued],
		history: [{at, by: 'anna', what: 'status', from: 'open', to: 'waiting_customer'}],
	});
	const {after, undo} = performed(ticket, {action: 'callBack', input: {message: 'm2'}});
	assert.equal(undo, null);
	assert.equal(after.messages.length, 1);
	assert.deepEqual(after.drafts, [aDraft()]);
	assert.equal(after.status, 'open');
	assert.equal(after.waitingSince, '2026-11-23T09:12:00.000Z');
});

test('a mail that may have left never becomes a draft, not by way of another try either', () => {
	const uncertain = aMessage({
		id: 'm2',
		direction: 'out',
		state: 'uncertain',
		author: 'anna',
		delivery: aDelivery({draft: aDraft()}),
	});
	const ticket = aTicket({messages: [aMessage(), uncertain]});
	const again = performed(ticket, {action: 'retrySend', input: {message: 'm2'}}).after;
	assert.equal(again.messages[1]?.state, 'queued');
	const {after} = performed(again, {action: 'callBack', input: {message: 'm2'}});
	assert.deepEqual([after.messages[1]?.state, after.drafts], ['uncertain', []]);
	assert.equal(refused(after, {action: 'callBack', input: {message: 'm2'}}), 'too-late');
});

test('a mail that was refused becomes a draft again; one that bounced was on its way', () => {
	const failed = aMessage({
		id: 'm2',
		direction: 'out',
		state: 'failed',
		delivery: aDelivery({tries: 1, error: {code: '550', text: 'no such user'}, draft: aDraft()}),
	});
	const ticket = aTicket({messages: [aMessage(), failed]});
	const {after} = performed(ticket, {action: 'callBack', input: {message: 'm2'}});
	assert.deepEqual([after.messages.length, after.drafts], [1, [aDraft()]]);
	assert.equal(mayCallBack({...failed, delivery: aDelivery()}), false);
	assert.equal(mayCallBack({...failed, delivery: null}), false);
	for (const state of ['sending', 'sent', 'uncertain'] as const)
		assert.equal(mayCallBack({...failed, state}), false);
});

test('a failed mail goes back to the head of the outbox', () => {
	const failed = aMessage({
		id: 'm2',
		direction: 'out',
		state: 'failed',
		delivery: aDelivery({tries: 7, error: {code: '550', text: 'Postfach voll'}}),
	});
	const {after} = performed(aTicket({messages: [aMessage(), failed]}), {
		action: 'retrySend',
		input: {message: 'm2'},
	});
	const [, again] = after.messages;
	assert.equal(again?.state, 'queued');
	assert.deepEqual([again?.delivery?.tries, again?.delivery?.error], [0, null]);
	assert.equal(again?.delivery?.nextTry, '2026-11-23T10:00:00.000Z');
});

test('a ticket whose mail is on its way out is not deleted', () => {
	const sending = aMessage({id: 'm2', direction: 'out', state: 'sending', delivery: aDelivery()});
	assert.equal(
		refused(aTicket({messages: [sending]}), {action: 'delete', input: {}}),
		'action-unavailable',
	);
});
