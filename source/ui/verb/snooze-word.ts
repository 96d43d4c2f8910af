/** What a day is called: how many days ahead it lies, or which day of the week it is. */
type Named = {readonly days: number} | {readonly weekday: number};

const weekdays: readonly (readonly string[])[] = [
	['so', 'sonntag', 'sun', 'sunday'],
	['mo', 'montag', 'mon', 'monday'],
	['di', 'dienstag', 'tue', 'tues', 'tuesday'],
	['mi', 'mittwoch', 'wed', 'wednesday'],
	['do', 'donnerstag', 'thu', 'thur', 'thurs', 'thursday'],
	['fr', 'freitag', 'fri', 'friday'],
	['sa', 'samstag', 'sonnabend', 'sat', 'saturday'],
];

const named: ReadonlyMap<string, Named> = new Map<string, Named>([
	...weekdays.flatMap((words, weekday) => words.map(word => [word, {weekday}] as const)),
	...['heute', 'today'].map(word => [word, {days: 0}] as const),
	...['morgen', 'tomorrow'].map(word => [word, {days: 1}] as const),
	...['übermorgen', 'uebermorgen', 'overmorrow'].map(word => [word, {days: 2}] as const),
	// "next week", "nächste Woche": when it begins.
	...['woche', 'week'].map(word => [word, {weekday: 1}] as const),
]);

const hours: ReadonlyMap<string, number> = new Map([
	...['früh', 'frueh', 'vormittag', 'morning'].map(word => [word, 8] as const),
	...['mittag', 'noon', 'midday'].map(word => [word, 12] as const),
	...['nachmittag', 'afternoon'].map(word => [word, 14] as const),
	...['abend', 'evening', 'tonight', 'night'].map(word => [word, 18] as const),
]);

/** Words that say nothing of their own: `nächsten Montag um 14 Uhr`, `on Monday at 9`. */
const filling = new Set(
	'am on um at uhr bis until in the this diesen dieser nächsten nächste nächster kommenden kommende next'.split(
		' ',
	),
);

const clock = /^([01]?\d|2[0-3])(?::([0-5]\d))?$/u;

const daysAhead = (day: Named, now: number): number =>
	'days' in day ? day.days : (day.weekday + 7 - new Date(now).getDay()) % 7 || 7;

const isToday = (day: Named): boolean => 'days' in day && day.days === 0;

type Time = {readonly hour: number; readonly minute: number};

const timeOf = (word: string): Time | null => {
	const hour = hours.get(word);
	if (hour !== undefined) return {hour, minute: 0};
	const match = clock.exec(word);
	return match === null ? null : {hour: Number(match[1]), minute: Number(match[2] ?? 0)};
};

/**
 * A time in the words of the menu and those like them, in milliseconds: `morgen`, `tomorrow 9`,
 * `mo`, `nächsten Montag um 14:30`, `heute Abend`. A weekday is never today; a day without a time
 * of day means 8:00, today means 18:00. Null when it is not understood.
 */
export const fromWords = (text: string, now: number): number | null => {
	const words = text
		.toLowerCase()
		.split(/[\s,]+/u)
		.filter(word => word !== '' && !filling.has(word));
	// "this evening": today.
	const [first = '', part, ...more] = hours.has(words[0] ?? '') ? ['today', ...words] : words;
	const day = named.get(first);
	if (day === undefined || more.length > 0) return null;
	const time = part === undefined ? {hour: isToday(day) ? 18 : 8, minute: 0} : timeOf(part);
	if (time === null) return null;
	const date = new Date(now);
	date.setDate(date.getDate() + daysAhead(day, now));
	date.setHours(time.hour, time.minute, 0, 0);
	return date.getTime();
};
