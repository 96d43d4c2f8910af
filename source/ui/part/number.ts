/**
 * A ticket number for narrow columns, at most 11 cells: `1123-0417` within the year of `now`, else
 * the 10 digits `2511230417`. The dash tells the two apart, so that no number is ambiguous.
 */
export const shortNumber = (number: string, now: number): string => {
	const isThisYear = number.slice(0, 4) === String(new Date(now).getFullYear());
	return isThisYear ? `${number.slice(4, 8)}-${number.slice(8)}` : number.slice(2);
};
