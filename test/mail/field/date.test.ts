import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readDate} from '../../../source/mail/field/date.ts';

const dates: Readonly<Record<string, string | null>> = {
	'Mon, 2 Mar 2026 10:15:00 +0100': '2026-03-02T09:15:00.000Z',
	'2 Mar 2026 10:15 +0000': '2026-03-02T10:15:00.000Z',
	'Mon, 02 Mar 2026 10:15:00 -0000': '2026-03-02T10:15:00.000Z',
	'Mon, 2 Mar 2026 10:15:00 +0100 (Mitteleuropäische (Normal)zeit)': '2026-03-02T09:15:00.000Z',
	'Mon (x), 2 (y) Mar 2026 10:15:00 GMT': '2026-03-02T10:15:00.000Z',
	'Mon, 2 Mar 2026 10:15:00 PDT': '2026-03-02T17:15:00.000Z',
	'Mon, 2 Mar 2026 10:15:00 CEST': '2026-03-02T08:15:00.000Z',
	'Mon, 2 Mar 2026 10:15:00 K': '2026-03-02T10:15:00.000Z',
	'Mon, 2 Mar 2026 10:15:00 GMT+2': '2026-03-02T08:15:00.000Z',
	'Mon, 2 Mar 2026 10:15:00 +05:30': '2026-03-02T04:45:00.000Z',
	'Mon, 2 Mar 26 10:15:00 +0000': '2026-03-02T10:15:00.000Z',
	'Mon, 2 Mar 99 10:15:00 +0000': '1999-03-02T10:15:00.000Z',
	'Mon, 2 Mar 126 10:15:00 +0000': '2026-03-02T10:15:00.000Z',
	'Mon, 2-Mar-2026 10:15:00 +0000': '2026-03-02T10:15:00.000Z',
	'Mon, 2 March 2026 10:15:00 +0000': '2026-03-02T10:15:00.000Z',
	'Mon, 2 Mar 2026 10.15.30 +0000': '2026-03-02T10:15:30.000Z',
	'Mon, 2 Mar 2026 10:15:60 +0000': '2026-03-02T10:15:59.000Z',
	'2 Mar 2026 10:15:00 PM +0000': '2026-03-02T22:15:00.000Z',
	'Mon Mar  2 10:15:00 2026': '2026-03-02T10:15:00.000Z',
	'Mon Mar  2 10:15:00 EST 2026': '2026-03-02T15:15:00.000Z',
	'2026-03-02 10:15:00 +0100': '2026-03-02T09:15:00.000Z',
	'2026-03-02T10:15:00.123Z': '2026-03-02T10:15:00.000Z',
	'lun., 2 mars 2026 10:15:00 +0100': '2026-03-02T09:15:00.000Z',
	'Di, 2 Dez 2025 10:15:00 +0100': '2025-12-02T09:15:00.000Z',
	'Sat, 29 Feb 2025 10:15:00 +0000': null,
	'Mon, 2 Mar 2026 25:15:00 +0000': null,
	'Mon, 2 Foo 2026 10:15:00 +0000': null,
	'1 Jan 1900 00:00:00 +0000': null,
	gestern: null,
	'': null,
};

for (const [value, expected] of Object.entries(dates)) {
	test(`the date "${value}" is ${expected ?? 'none'}`, () => {
		assert.equal(readDate(value), expected);
	});
}

test('a missing date is none', () => assert.equal(readDate(null), null));
