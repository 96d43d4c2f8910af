import {setTimeout as sleep} from 'node:timers/promises';
import type {JourneyTerminal} from '../program/terminal.ts';
import {type Times, timesOf} from './percentile.ts';

/** Keys pressed one by one on a screen at rest. */
export type KeyFigures = {
	/** From the key to the end of the first burst: the list has moved, what stands beside it may follow. */
	readonly echo: Times;
	/** From the key to the last byte that it caused, milliseconds. */
	readonly last: Times;
	readonly bytesPerKey: number;
};

/** A screen is at rest after so many milliseconds without a byte. */
const restMs = 150;

/** Waits until nothing has come for a while; the clock in the corner may tick meanwhile. */
export const untilRest = async (terminal: JourneyTerminal, from: number): Promise<void> => {
	const until = performance.now() + 10_000;
	while (performance.now() < until) {
		const {lastAt} = terminal.received();
		if (performance.now() - Math.max(lastAt, from) > restMs) return;
		await sleep(5);
	}
};

/** Bytes so far apart belong to different frames. */
const burstGapMs = 20;

const endOfBurst = (arrivals: readonly number[]): number => {
	const next = arrivals.findIndex((at, index) => at - (arrivals[index - 1] ?? at) > burstGapMs);
	return arrivals.at(next === -1 ? -1 : next - 1) ?? 0;
};

/** Presses a key so many times, each when the screen has come to rest after the one before. */
export const pressAtRest = async (
	terminal: JourneyTerminal,
	key: string,
	count: number,
): Promise<KeyFigures> => {
	const milliseconds: number[] = [];
	const echoes: number[] = [];
	let arrivals: number[] = [];
	const off = terminal.onBytes(at => arrivals.push(at));
	const before = terminal.received().bytes;
	for (let index = 0; index < count; index++) {
		const pressed = performance.now();
		arrivals = [];
		terminal.type(key);
		await untilRest(terminal, pressed);
		const last = arrivals.at(-1);
		if (last === undefined) continue;
		milliseconds.push(last - pressed);
		echoes.push(endOfBurst(arrivals) - pressed);
	}
	off();
	const bytesPerKey = Math.round((terminal.received().bytes - before) / count);
	return {echo: timesOf(echoes), last: timesOf(milliseconds), bytesPerKey};
};
