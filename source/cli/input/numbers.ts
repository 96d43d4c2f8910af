import {parseNumber} from '../../domain/ticket-number.ts';
import {sayProblemLine} from '../../language/problem.ts';
import type {Call} from '../command.ts';

/** The ticket number that an argument means; null when it can be none. */
export const numberOf = (text: string): string | null =>
	parseNumber(text, new Date().getFullYear());

/** The ticket numbers among the arguments, once each; the first that cannot be one is said: null. */
export const ticketNumbers = (call: Call): readonly string[] | null => {
	const numbers: string[] = [];
	for (const text of new Set(call.args)) {
		const number = numberOf(text);
		if (number === null) {
			const problem = {name: 'ticket-missing', details: {number: text}} as const;
			call.tell(`raute: ${sayProblemLine(call.say, problem)}`);
			return null;
		}
		numbers.push(number);
	}
	return numbers;
};
