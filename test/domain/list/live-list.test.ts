import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compareBy} from '../../../source/domain/list/compare.ts';
import {inTab} from '../../../source/domain/list/in-tab.ts';
import {createLiveList} from '../../../source/domain/list/live-list.ts';
import {sorts, tabs} from '../../../source/domain/list/tab.ts';
import {createTabCounter} from '../../../source/domain/list/tab-counter.ts';
import {statusNames} from '../../../source/domain/status.ts';
import {type Summary, summarize} from '../../../source/domain/summary.ts';
import {aTicket} from '../sample.ts';

const viewer = {
	login: 'anna',
	isAdmin: false,
	ownQueues: new Set(['IT']),
	othersQueues: new Set(['Vertrieb']),
};

/** A small repeatable source of chance (mulberry32). */
const chance = (seed: number) => () => {
	seed = (seed + 0x6d2b79f5) | 0;
	let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
	t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
	return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const pick = <T>(values: readonly T[], random: () => number): T =>
	values[Math.floor(random() * values.length)] as T;

const time = (random: () => number): string =>
	`2026-11-${String(10 + Math.floor(random() * 15))}T08:00:00.000Z`;

const aSummary = (number: string, random: () => number): Summary =>
	summarize(
		aTicket({
			number,
			status: pick(statusNames, random),
			queue: pick([null, 'IT', 'Vertrieb', 'Lager'], random),
			assignee: pick([null, 'anna', 'ben'], random),
			personal: pick([null, null, 'anna', 'ben'], random),
			prio: random() < 0.3,
			snoozedUntil: random() < 0.3 ? time(random) : null,
			updatedAt: time(random),
			waitingSince: random() < 0.5 ? time(random) : null,
		}),
	);

const numberOf = (index: number): string => `20261123${String(9990 + index).padStart(4, '0')}`;

test('a live list and its counts stay what filter and sort give, through 3,000 random changes and passing time', () => {
	const random = chance(42);
	const current = new Map<string, Summary>();
	for (let index = 0; index < 60; index++)
		current.set(numberOf(index), aSummary(numberOf(index), random));
	let now = '2026-11-12T00:00:00.000Z';
	const counter = createTabCounter(current.values(), {viewer, now});
	const lists = tabs.flatMap(({name: tab}) =>
		sorts.map(sort => {
			const accepts = (summary: Summary) => inTab(summary, tab, viewer, now);
			const compare = compareBy[sort];
			return {tab, accepts, compare, list: createLiveList(current.values(), {accepts, compare})};
		}),
	);

	const change = (): void => {
		const number = numberOf(Math.floor(random() * 80));
		const before = current.get(number) ?? null;
		const after = random() < 0.15 ? null : aSummary(number, random);
		if (after) current.set(number, after);
		else current.delete(number);
		counter.update(before, after);
		for (const {list} of lists) list.update(before, after);
	};

	const pass = (): void => {
		const later =
			now < '2026-11-24' ? `2026-11-${Number(now.slice(8, 10)) + 1}T00:00:00.000Z` : now;
		const due = [...current.values()].filter(
			({snoozedUntil}) => snoozedUntil !== null && snoozedUntil > now && snoozedUntil <= later,
		);
		now = later;
		counter.advance(later, due);
		for (const {list} of lists) for (const summary of due) list.update(summary, summary);
	};

	for (let round = 0; round < 3000; round++) {
		change();
		if (round % 250 === 249) pass();
		if (round % 100 !== 99) continue;
		for (const {tab, accepts, compare, list} of lists) {
			const expected = [...current.values()].filter(accepts).sort(compare);
			assert.deepEqual(list.slice(0, 1000), expected);
			assert.equal(counter.counts()[tab], expected.length, tab);
			for (const [index, summary] of expected.entries()) assert.equal(list.indexOf(summary), index);
		}
	}
});
