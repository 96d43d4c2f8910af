import assert from 'node:assert/strict';
import {test} from 'node:test';
import {size} from '../../source/language/size.ts';
import {
	clockSeconds,
	clockTime,
	longTime,
	shortTime,
	writeDatesAs,
} from '../../source/language/when.ts';

process.env['TZ'] = 'Europe/Berlin';

const now = Date.parse('2026-11-24T12:00:00Z');

test('times of day stand in the zone of the process', () => {
	assert.equal(clockTime('2026-11-24T13:02:00Z', 'de'), '14:02');
	assert.equal(clockSeconds('2026-11-24T13:02:31Z', 'en'), '14:02:31');
});

test('a point in time is as short as it stays clear', () => {
	assert.equal(shortTime('2026-11-23T08:12:00Z', now, 'de'), 'Mo 09:12');
	assert.equal(shortTime('2026-11-23T08:12:00Z', now, 'en'), 'Mon 09:12');
	assert.equal(shortTime('2026-11-14T08:12:00Z', now, 'de'), '14.11. 09:12');
	assert.equal(shortTime('2026-11-14T08:12:00Z', now, 'en'), '14/11 09:12');
	assert.equal(shortTime('2025-11-14T08:12:00Z', now, 'de'), '14.11.2025');
	assert.equal(longTime('2025-11-14T08:12:00Z', 'de'), 'Fr., 14.11.2025, 09:12');
});

test('dates are written as the locale of the environment does, with 24 hours', () => {
	const short = (environment: Readonly<Record<string, string>>) => {
		writeDatesAs(environment);
		return shortTime('2026-11-14T18:12:00Z', now, 'en');
	};
	assert.equal(short({LANG: 'en_US.UTF-8'}), '11/14 19:12');
	assert.equal(longTime('2025-11-14T23:12:00Z', 'en'), 'Sat, 11/15/2025, 00:12');
	assert.equal(clockTime('2025-11-14T23:12:00Z', 'en'), '00:12');
	assert.equal(shortTime('2026-11-14T08:12:00Z', now, 'de'), '14.11. 09:12');
	assert.equal(short({LANG: 'en_US.UTF-8', LC_TIME: 'en_GB.UTF-8'}), '14/11 19:12');
	for (const LANG of ['C.UTF-8', 'fr_FR.UTF-8', '', 'en']) assert.match(short({LANG}), /19:12$/);
	writeDatesAs({LC_ALL: 'de_AT.UTF-8', LANG: 'en_US.UTF-8'});
	assert.equal(longTime('2025-11-14T08:12:00Z', 'de'), 'Fr., 14.11.2025, 09:12');
});

test('sizes have at most one decimal', () => {
	assert.equal(size(999, 'de'), '999 B');
	assert.equal(size(84 * 1024, 'de'), '84 KB');
	assert.equal(size(2.14 * 1024 * 1024, 'de'), '2,1 MB');
	assert.equal(size(2.14 * 1024 * 1024, 'en'), '2.1 MB');
	assert.equal(size(31 * 1024 * 1024, 'en'), '31 MB');
});
