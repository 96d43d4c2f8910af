import {createInterface} from 'node:readline/promises';
import type {Call} from '../command.ts';

/** One line that a person types; empty when the input ends. */
export const readLine = async (call: Call): Promise<string> => {
	const reader = createInterface({input: call.stdin, terminal: false});
	try {
		for await (const line of reader) return line;
		return '';
	} finally {
		reader.close();
	}
};
