const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The day (YYYY-MM-DD) of a moment (milliseconds) in the zone of this machine. */
export const localDay = (moment: number): string => {
	const date = new Date(moment);
	return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
};

/** The day before a day, both YYYY-MM-DD. */
export const dayBefore = (day: string): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
