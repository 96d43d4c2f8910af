import type {Language} from './say.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago, in at most four cells: `<1m 4m 12h 3t 14w 2j`. A time in the future counts as now.
 * @param milliseconds age, not a point in time
 */
export const age = (milliseconds: number, language: Language): string => {
	const days = Math.floor(milliseconds / day);
	if (milliseconds < minute) return '<1m';
	if (milliseconds < hour) return `${Math.floor(milliseconds / minute)}m`;
	if (days < 1) return `${Math.floor(milliseconds / hour)}h`;
	if (days < 100) return `${days}${language === 'de' ? 't' : 'd'}`;
	if (days < 700) return `${Math.floor(days / 7)}w`;
	return `${Math.floor(days / 365)}${language === 'de' ? 'j' : 'y'}`;
};
