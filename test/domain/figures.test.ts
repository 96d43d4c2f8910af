import assert from 'node:assert/strict';
import {test} from 'node:test';
import {factsOf, figuresOf, firstAnswer} from '../../source/domain/figures.ts';
import {aMessage, aTicket} from './sample.ts';

const secondsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;

const now = '2026-11-24T09:12:00.000Z';

const at = (direction: 'in' | 'out', time: string, automatic: string | null = null) =>
	aMessage({
		id: `${direction}${time}`,
		direction,
		automatic,
		receivedAt: `2026-11-23T${time}:00.000Z`,
	});

test('the first answer is the first of a person to the first mail of a person', () => {
	const seconds = (...messages: ReadonlyArray<ReturnType<typeof at>>) =>
		firstAnswer({messages}, secondsBetween);
	assert.equal(seconds(at('in', '09:00'), at('out', '09:30'), at('out', '10:00')), 1800);
	assert.equal(
		seconds(at('in', '09:00'), at('out', '09:01', 'auto-replied'), at('out', '10:00')),
		3600,
	);
	assert.equal(seconds(at('out', '08:00'), at('in', '09:00')), null);
	assert.equal(seconds(at('in', '09:00')), null);
});

test('the median of an even count lies between its two, ages count what is not finished', () => {
	const ticket = (minutes: string, part = {}) =>
		aTicket({messages: [at('in', '09:00'), at('out', `09:${minutes}`)], ...part});
	const tickets = [
		ticket('10'),
		ticket('20', {queue: 'IT', assignee: 'ben'}),
		ticket('40', {status: 'completed'}),
		ticket('50', {createdAt: '2026-10-01T09:00:00.000Z'}),
	];
	const figures = figuresOf(
		tickets.map(one => factsOf(one, secondsBetween)),
		{now, secondsBetween},
	);
	assert.equal(figures.firstAnswerSeconds, 1800);
	assert.deepEqual(figures.openAges, [2, 0, 0, 0, 1]);
	assert.deepEqual(
		[figures.byQueue, figures.byAgent],
		[
			{'': 3, IT: 1},
			{'': 3, ben: 1},
		],
	);
	assert.equal(figures.byStatus.completed, 1);
});
