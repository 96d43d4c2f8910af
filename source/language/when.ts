import type {Language} from './say.ts';

const locales: Record<Language, string> = {de: 'de-DE', en: 'en-GB'};

/**
 * Writes dates as the locale of the environment does (LC_ALL, LC_TIME, LANG as POSIX orders them),
 * where it is one of the language: `en_US` puts the month first. To be called once, before anything
 * is written. The clock stays that of 24 hours.
 */
export const writeDatesAs = (environment: Readonly<Record<string, string | undefined>>): void => {
	const name = environment['LC_ALL'] || environment['LC_TIME'] || environment['LANG'] || '';
	const [, language = '', region = ''] = /^([a-z]{2})_([A-Z]{2})\b/u.exec(name) ?? [];
	if (language in locales) locales[language as Language] = `${language}-${region}`;
	formats.clear();
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs about 100 µs, so each is made once. */
const formatOf = (
	language: Language,
	name: string,
	options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
	const key = `${language} ${name}`;
	const known =
		formats.get(key) ?? new Intl.DateTimeFormat(locales[language], {...options, hourCycle: 'h23'});
	formats.set(key, known);
	return known;
};

const twoDigits = {hour: '2-digit', minute: '2-digit'} as const;

/** Time of day in the zone of this process: `14:02`. */
export const clockTime = (time: string | number, language: Language): string =>
	formatOf(language, 'clock', twoDigits).format(new Date(time));

/** Time of day with seconds: `14:02:31`. */
export const clockSeconds = (time: string | number, language: Language): string =>
	formatOf(language, 'seconds', {...twoDigits, second: '2-digit'}).format(new Date(time));

const day = 24 * 60 * 60 * 1000;

/**
 * A point in time as short as it stays clear, 11 cells at most: `Mo 09:12` within the last six days,
 * `14.11. 09:12` within the year, `14.11.2025` before.
 * @param now milliseconds since 1970
 */
export const shortTime = (time: string | number, now: number, language: Language): string => {
	const date = new Date(time);
	const distance = now - date.getTime();
	if (distance < 6 * day && distance > -6 * day) {
		const weekday = formatOf(language, 'weekday', {weekday: 'short'}).format(date);
		return `${weekday} ${clockTime(time, language)}`;
	}
	if (Math.abs(distance) < 300 * day) {
		const short = formatOf(language, 'day', {day: '2-digit', month: '2-digit'}).format(date);
		return `${short} ${clockTime(time, language)}`;
	}
	return formatOf(language, 'date', {day: '2-digit', month: '2-digit', year: 'numeric'}).format(
		date,
	);
};

/** A point in time in full: `Mo, 23.11.2026, 09:12`. */
export const longTime = (time: string | number, language: Language): string =>
	formatOf(language, 'long', {
		weekday: 'short',
		day: '2-digit',
		month: '2-digit',
		year: 'numeric',
		...twoDigits,
	}).format(new Date(time));
