import {fromWords} from './snooze-word.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Local time of day on the day `days` after `now`, in milliseconds. */
const at = (now: number, days: number, hour: number): number => {
	const date = new Date(now);
	date.setDate(date.getDate() + days);
	date.setHours(hour, 0, 0, 0);
	return date.getTime();
};

const daysToMonday = (now: number): number => (8 - new Date(now).getDay()) % 7 || 7;

/** The times offered for Wiedervorlage, soonest first; in milliseconds. */
export const snoozeTimes = (
	now: number,
): ReadonlyArray<{
	readonly name: 'evening' | 'tomorrow' | 'twoDays' | 'monday' | 'week' | 'month';
	readonly letter: string;
	readonly time: number;
}> => [
	...(new Date(now).getHours() < 17
		? [{name: 'evening', letter: 'h', time: at(now, 0, 18)} as const]
		: []),
	{name: 'tomorrow', letter: 'm', time: at(now, 1, 8)},
	{name: 'twoDays', letter: 'u', time: at(now, 2, 8)},
	{name: 'monday', letter: 'n', time: at(now, daysToMonday(now), 8)},
	{name: 'week', letter: 'w', time: at(now, 7, 8)},
	{name: 'month', letter: 'o', time: at(now, 30, 8)},
];

const span =
	/^(?:in\s+|\+\s*)?(\d{1,3}|eine[rmns]?|an?|one|zwei|two)\s*(m|min|minuten?|minutes?|h|std|stunden?|hours?|t|tage?n?|d|days?|w|wochen?|weeks?|monate?n?|months?)$/iu;
const counts: Readonly<Record<string, number>> = {zwei: 2, two: 2};
const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})?(?:\s+(\d{1,2})(?::(\d\d))?)?$/u;
const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d{1,2})(?::(\d\d))?)?$/u;
const clock = /^(\d{1,2}):(\d\d)$/u;

const fromSpan = (text: string, now: number): number | null => {
	const match = span.exec(text);
	if (match === null) return null;
	const number = (match[1] ?? '').toLowerCase();
	const count = /\d/u.test(number) ? Number(number) : (counts[number] ?? 1);
	const unit = (match[2] ?? '').toLowerCase();
	if (unit.startsWith('mo')) return at(now, count * 30, 8);
	if (unit.startsWith('m')) return now + count * minute;
	if (unit.startsWith('h') || unit.startsWith('s')) return now + count * 60 * minute;
	return at(now, unit.startsWith('w') ? count * 7 : count, 8);
};

/** Milliseconds of a local date; null for a day that does not exist (31.02.). */
const localTime = (parts: {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
}): number | null => {
	const date = new Date(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
	return date.getMonth() === parts.month - 1 && date.getDate() === parts.day
		? date.getTime()
		: null;
};

const fromGerman = (text: string, now: number): number | null => {
	const match = german.exec(text);
	if (match === null) return null;
	const year = match[3] === undefined ? new Date(now).getFullYear() : Number(match[3]);
	const parts = {
		day: Number(match[1]),
		month: Number(match[2]),
		hour: Number(match[4] ?? 8),
		minute: Number(match[5] ?? 0),
	};
	const time = localTime({...parts, year});
	const isPast = time !== null && time <= now && match[3] === undefined;
	return isPast ? localTime({...parts, year: year + 1}) : time;
};

const fromIso = (text: string): number | null => {
	const match = iso.exec(text);
	if (match === null) return null;
	return localTime({
		year: Number(match[1]),
		month: Number(match[2]),
		day: Number(match[3]),
		hour: Number(match[4] ?? 8),
		minute: Number(match[5] ?? 0),
	});
};

const fromClock = (text: string, now: number): number | null => {
	const match = clock.exec(text);
	if (match === null) return null;
	const date = new Date(now);
	date.setHours(Number(match[1]), Number(match[2]), 0, 0);
	return date.getTime() > now ? date.getTime() : date.getTime() + day;
};

/**
 * A time as an agent types it, in milliseconds: `3t` `3d` `2h` `1w`, `24.12.`, `24.12.2026 9`,
 * `2026-12-24`, `16:30`, or in words: `morgen`, `mo 14:00`, `in 3 days`. Days without a time of day
 * mean 8:00. Null when it is not understood or not ahead.
 */
export const parseSnooze = (text: string, now: number): number | null => {
	const typed = text.trim();
	const time =
		fromSpan(typed, now) ??
		fromGerman(typed, now) ??
		fromIso(typed) ??
		fromClock(typed, now) ??
		fromWords(typed, now);
	return time !== null && time > now ? time : null;
};
