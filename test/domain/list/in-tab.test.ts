import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inTab} from '../../../source/domain/list/in-tab.ts';
import type {TabName} from '../../../source/domain/list/tab.ts';
import {tabs} from '../../../source/domain/list/tab.ts';
import {summarize} from '../../../source/domain/summary.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aTicket} from '../sample.ts';

const viewer = {
	login: 'anna',
	isAdmin: false,
	ownQueues: new Set(['IT']),
	othersQueues: new Set(['Vertrieb']),
};
const now = '2026-11-23T10:00:00.000Z';

const cases: ReadonlyArray<[what: string, part: Partial<Ticket>, expected: readonly TabName[]]> = [
	['a new ticket', {}, ['inbox', 'new']],
	['one in trash', {status: 'trash'}, ['trash']],
	['a completed one of mine', {status: 'completed', assignee: 'anna'}, ['completed']],
	['an open one without queue', {status: 'open'}, ['inbox', 'open']],
	['an open one in a queue of mine', {status: 'open', queue: 'IT'}, ['inbox', 'open', 'mine']],
	['an open one in a free queue', {status: 'open', queue: 'Lager'}, ['inbox', 'open']],
	['an open one in a queue of a colleague', {status: 'open', queue: 'Vertrieb'}, ['inbox']],
	[
		'an open one in a queue of a colleague that I have claimed',
		{status: 'open', queue: 'Vertrieb', assignee: 'anna'},
		['inbox', 'open', 'mine'],
	],
	['one that a colleague keeps as personal', {personal: 'ben'}, ['new']],
	['one that I keep as personal', {personal: 'anna'}, ['inbox', 'new', 'mine']],
	['a snoozed one', {snoozedUntil: '2026-11-24T00:00:00.000Z'}, ['new']],
	['one whose snooze is over', {snoozedUntil: now}, ['inbox', 'new']],
	['one waiting inside', {status: 'waiting_internal'}, ['inbox', 'waiting_internal']],
];

for (const [what, part, expected] of cases) {
	test(`${what} stands in ${[...expected, 'archive'].join(', ')}`, () => {
		const summary = summarize(aTicket(part));
		const found = tabs.map(tab => tab.name).filter(tab => inTab(summary, tab, viewer, now));
		assert.deepEqual(found, [...expected, 'archive']);
	});
}
