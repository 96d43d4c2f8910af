import type {Call} from '../command.ts';

/** Prints a value as JSON, indented for people who look at it. */
export const printJson = (call: Call, value: unknown): void =>
	call.print(JSON.stringify(value, null, '\t'));
