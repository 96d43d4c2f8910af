import '../environment.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay} from '../../../source/language/say.ts';
import {parseSnooze, snoozeTimes} from '../../../source/ui/verb/snooze-time.ts';

/** Tuesday, 14:02 in Berlin. */
const now = Date.parse('2026-11-24T13:02:00Z');

const iso = (time: number | null): string | null =>
	time === null ? null : new Date(time).toISOString();

test('spans, dates and times of day are understood in both languages', () => {
	const cases: ReadonlyArray<readonly [string, string | null]> = [
		['3t', '2026-11-27T07:00:00.000Z'],
		['3d', '2026-11-27T07:00:00.000Z'],
		['1 Woche', '2026-12-01T07:00:00.000Z'],
		['2h', '2026-11-24T15:02:00.000Z'],
		['30m', '2026-11-24T13:32:00.000Z'],
		['24.12.', '2026-12-24T07:00:00.000Z'],
		['24.12.2026 9', '2026-12-24T08:00:00.000Z'],
		['24.12.2026 9:30', '2026-12-24T08:30:00.000Z'],
		['1.2.', '2027-02-01T07:00:00.000Z'],
		['2026-12-24', '2026-12-24T07:00:00.000Z'],
		['2026-12-24 16:30', '2026-12-24T15:30:00.000Z'],
		['16:30', '2026-11-24T15:30:00.000Z'],
		['9:00', '2026-11-25T08:00:00.000Z'],
		['+3d', '2026-11-27T07:00:00.000Z'],
		['in 3 Tagen', '2026-11-27T07:00:00.000Z'],
		['2 Stunden', '2026-11-24T15:02:00.000Z'],
		['morgen', '2026-11-25T07:00:00.000Z'],
		['Tomorrow at 9', '2026-11-25T08:00:00.000Z'],
		['morgen früh', '2026-11-25T07:00:00.000Z'],
		['mo', '2026-11-30T07:00:00.000Z'],
		['di', '2026-12-01T07:00:00.000Z'],
		['nächsten Montag um 14:30 Uhr', '2026-11-30T13:30:00.000Z'],
		['fri noon', '2026-11-27T11:00:00.000Z'],
		['heute', '2026-11-24T17:00:00.000Z'],
		['heute 9', null],
		['mo 25', null],
		['mo dienstag', null],
		['31.2.', null],
		['2020-01-01', null],
		['irgendwann', null],
		['', null],
	];
	for (const [text, expected] of cases) assert.equal(iso(parseSnooze(text, now)), expected, text);
});

test('the offered times lie ahead, and the evening is offered only before it', () => {
	assert.ok(snoozeTimes(now).every(({time}) => time > now));
	assert.equal(snoozeTimes(now)[0]?.name, 'evening');
	assert.equal(snoozeTimes(Date.parse('2026-11-24T19:00:00Z'))[0]?.name, 'tomorrow');
});

for (const language of ['de', 'en'] as const)
	test(`a label of the menu means when typed what it means when picked (${language})`, () => {
		const say = createSay(language);
		for (const {name, time} of snoozeTimes(now))
			assert.equal(iso(parseSnooze(say(`snooze.${name}`), now)), iso(time), name);
	});

test('next Monday is never today', () => {
	const monday = Date.parse('2026-11-23T09:00:00Z');
	const found = snoozeTimes(monday).find(({name}) => name === 'monday');
	assert.equal(iso(found?.time ?? null), '2026-11-30T07:00:00.000Z');
});
