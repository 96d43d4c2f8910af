import type {Language} from './say.ts';

const minute = 60_000;

const steps = [
	['year', 365 * 24 * 60 * minute],
	['month', 30 * 24 * 60 * minute],
	['day', 24 * 60 * minute],
	['hour', 60 * minute],
	['minute', minute],
] as const;

/**
 * How long ago in whole words, to be heard: `vor 2 Stunden`, `3 days ago`.
 * @param milliseconds age, not a point in time
 */
export const ago = (milliseconds: number, language: Language): string => {
	const format = new Intl.RelativeTimeFormat(language, {numeric: 'auto'});
	const [unit, length] = steps.find(([, size]) => milliseconds >= size) ?? ['minute', minute];
	return format.format(-Math.floor(Math.max(0, milliseconds) / length), unit);
};
