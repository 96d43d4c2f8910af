import {monthOf} from './month.ts';

/** RFC 5322 §4.3, minutes east of UTC. Single letters are -0000 by the same section. */
const zones: Readonly<Record<string, number>> = {
	ut: 0,
	utc: 0,
	gmt: 0,
	z: 0,
	est: -300,
	edt: -240,
	cst: -360,
	cdt: -300,
	mst: -420,
	mdt: -360,
	pst: -480,
	pdt: -420,
	cet: 60,
	cest: 120,
	mez: 60,
	mesz: 120,
	met: 60,
	bst: 60,
	wet: 0,
	west: 60,
	eet: 120,
	eest: 180,
	msk: 180,
	hkt: 480,
	sgt: 480,
	jst: 540,
	kst: 540,
	aest: 600,
	aedt: 660,
	nzst: 720,
	nzdt: 780,
	hst: -600,
	akst: -540,
	akdt: -480,
	brt: -180,
};

const zonePattern = /(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?\s*$/iu;

/** An impossible zone counts as UTC: the time of day is still worth more than nothing. */
const zoneMinutes = (text: string): number => {
	const numeric = zonePattern.exec(text);
	if (!numeric) return zones[text.trim().toLowerCase()] ?? 0;
	const hours = Number(numeric[2]);
	const minutes = Number(numeric[3] ?? 0);
	if (hours > 14 || minutes > 59) return 0;
	return (numeric[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
};

/** RFC 5322 §4.3: 00-49 are 2000-2049, 50-999 count from 1900. */
const fullYear = (text: string): number => {
	const year = Number(text);
	if (text.length >= 4) return year;
	return year < 50 && text.length === 2 ? 2000 + year : 1900 + year;
};

type Fields = {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly time: string;
	readonly zone: string;
};

const time = String.raw`(\d{1,2}[:.]\d{1,2}(?:[:.]\d{1,2})?(?:[.,]\d+)?(?:\s*[ap]m)?)`;
const standard = new RegExp(
	String.raw`(\d{1,2})[\s.-]+(\p{L}{3,12}|\d{1,2}-month)\.?[\s,.-]+(\d{2,4})[\s,]+(?:at\s+)?${time}\s*(.*)$`,
	'iu',
);
const asctime = new RegExp(
	String.raw`(\p{L}{3})\s+(\d{1,2})\s+${time}\s+(?:(\p{L}{3,4})\s+)?(\d{4})\s*(.*)$`,
	'iu',
);
const american = new RegExp(
	String.raw`(\p{L}{3,12})\.?\s+(\d{1,2}),?\s+(\d{4}|\d{2})[\s,]+(?:at\s+)?${time}\s*(.*)$`,
	'iu',
);
const dotted = new RegExp(String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4})[\s,]+${time}\s*(.*)$`, 'iu');
const iso = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})[T\s]+${time}\s*(.*)$`, 'iu');

type Order = (parts: readonly string[]) => Fields;

/** What the groups of a pattern mean, in the order in which the patterns are tried. */
const forms: ReadonlyArray<readonly [RegExp, Order]> = [
	[
		iso,
		([year = '', month = '', day = '', clock = '', zone = '']) => ({
			year: Number(year),
			month: Number(month) - 1,
			day: Number(day),
			time: clock,
			zone,
		}),
	],
	[
		standard,
		([day = '', month = '', year = '', clock = '', zone = '']) => ({
			year: fullYear(year),
			month: monthOf(month),
			day: Number(day),
			time: clock,
			zone,
		}),
	],
	[
		asctime,
		([month = '', day = '', clock = '', zone = '', year = '', offset = '']) => ({
			year: Number(year),
			month: monthOf(month),
			day: Number(day),
			time: clock,
			zone: zone || offset,
		}),
	],
	[
		american,
		([month = '', day = '', year = '', clock = '', zone = '']) => ({
			year: fullYear(year),
			month: monthOf(month),
			day: Number(day),
			time: clock,
			zone,
		}),
	],
	[
		dotted,
		([day = '', month = '', year = '', clock = '', zone = '']) => ({
			year: Number(year),
			month: Number(month) - 1,
			day: Number(day),
			time: clock,
			zone,
		}),
	],
];

const fieldsOf = (text: string): Fields | null => {
	for (const [pattern, order] of forms) {
		const match = pattern.exec(text);
		if (match) return order(match.slice(1));
	}
	return null;
};

const clockOf = (
	text: string,
): {readonly hour: number; readonly minute: number; readonly second: number} => {
	const [hour = 0, minute = 0, second = 0] = text
		.split(/[:.,\s]+/u)
		.map(part => Number.parseInt(part, 10));
	const noon = /pm$/iu.test(text) && hour < 12 ? 12 : 0;
	const midnight = /am$/iu.test(text) && hour === 12 ? -12 : 0;
	return {hour: hour + noon + midnight, minute, second: Number.isNaN(second) ? 0 : second};
};

const dropComments = (text: string): string => {
	let before = text;
	for (let depth = 0; depth < 5; depth++) {
		const after = before.replace(/\([^()]*\)/gu, ' ');
		if (after === before) break;
		before = after;
	}
	return before;
};

/** Spaces around the colons of the time, and months that are numbers with a sign. */
const soundDate = (text: string): string =>
	text.replace(/(?<=\d) ?: ?(?=\d)/gu, ':').replace(/(\d{1,2})[月월]/gu, '$1-month');

/**
 * A Date field as ISO time in UTC, null when nothing sensible can be made of it. Takes comments,
 * obsolete zones and two-digit years (RFC 5322 §4.3), missing seconds, and the forms of asctime, ISO
 * 8601 and translating clients. A date with slashes is none: nobody knows which is the month.
 */
export const readDate = (value: string | null): string | null => {
	if (value === null) return null;
	const text = dropComments(value.slice(0, 200)).replace(/\s+/gu, ' ').trim();
	const fields = fieldsOf(/ :|: |[月월]/u.test(text) ? soundDate(text) : text);
	if (!fields || fields.month < 0 || fields.month > 11) return null;
	const {hour, minute, second} = clockOf(fields.time);
	const days = new Date(Date.UTC(fields.year, fields.month + 1, 0)).getUTCDate();
	const valid =
		fields.day >= 1 &&
		fields.day <= days &&
		hour < 24 &&
		minute < 60 &&
		second <= 60 &&
		fields.year >= 1970 &&
		fields.year <= 9999;
	if (!valid) return null;
	const at = Date.UTC(fields.year, fields.month, fields.day, hour, minute, Math.min(second, 59));
	return new Date(at - zoneMinutes(fields.zone) * 60_000).toISOString();
};
