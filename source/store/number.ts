import {formatNumber} from '../domain/ticket-number.ts';

/** A ticket number: the day as YYYYMMDD and a counter of at least four digits. */
export type NumberParts = {readonly day: string; readonly counter: number};

const pattern = /^(\d{8})(\d{4}|[1-9]\d{4})$/u;

/** Null for a text that is no ticket number. */
export const numberParts = (number: string): NumberParts | null => {
	const match = pattern.exec(number);
	return match ? {day: match[1] ?? '', counter: Number(match[2])} : null;
};

/** An integer that sorts like the time of creation also past 9999 a day; key of the cache's rows. */
export const numberKey = (number: string): number => {
	const parts = numberParts(number);
	return parts ? Number(parts.day) * 100_000 + parts.counter : 0;
};

/** The ticket number of a key that `numberKey` made. */
export const numberOfKey = (key: number): string =>
	formatNumber(String(Math.floor(key / 100_000)), key % 100_000);
