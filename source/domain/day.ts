const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/u;

const daysOf = (year: number, month: number): number => {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	if (month === 2) return isLeap ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether this is a day of the calendar, written `2026-11-23`. */
export const isDay = (text: string): boolean => {
	const [, year = '', month = '', day = ''] = isoDay.exec(text) ?? [];
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	return y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= daysOf(y, m);
};

const germanDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;

/** `2026-11-23` from a day as people write it (also `23.11.2026`); null when it is none. */
export const dayOf = (text: string): string | null => {
	const typed = text.trim();
	const [, day = '', month = '', year = ''] = germanDay.exec(typed) ?? [];
	const iso = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isDay(iso) ? iso : null;
};
