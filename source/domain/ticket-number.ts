const wellFormed = /^\d{12,13}$/u;
const marked = /#(\d{12,13})(?!\d)/gu;

/** The number of a day's ticket: `YYYYMMDD` and a counter of 4 digits, 5 past 9999. */
export const formatNumber = (day: string, counter: number): string =>
	`${day}${String(counter).padStart(4, '0')}`;

/** Whether a text is a ticket number: 12 digits, 13 past 9999 a day. */
export const isNumber = (text: string): boolean => wellFormed.test(text);

/**
 * What an agent types for a ticket: the digits, also with `#`, spaces or dashes. Short numbers are
 * those of narrow lists: `1123-0417` is of this year, `2511230417` has the last digits of its own.
 */
export const parseNumber = (text: string, thisYear: number): string | null => {
	const digits = text.normalize('NFKC').replace(/[\s#-]/gu, '');
	if (!/^\d+$/u.test(digits)) return null;
	const start = digits.length <= 9 ? String(thisYear) : digits.length <= 11 ? '20' : '';
	return isNumber(start + digits) ? start + digits : null;
};

/**
 * The ticket numbers in a subject, in order and once each: `Ticket #…`, `[#…]`, also with the
 * full-width sign and digits of CJK keyboards (NFKC folds them). Longer runs of digits do not count.
 */
export const numbersInSubject = (subject: string): readonly string[] => [
	...new Set([...subject.normalize('NFKC').matchAll(marked)].map(match => match[1] ?? '')),
];

/** Orders by day, then by counter: `202611239999` before `2026112310000`. */
export const compareNumbers = (a: string, b: string): number => {
	const dayA = a.slice(0, 8);
	const dayB = b.slice(0, 8);
	if (dayA !== dayB) return dayA < dayB ? -1 : 1;
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : a > b ? 1 : 0;
};
