import type {Call} from '../command.ts';

/** Terminals obey U+009B as they obey ESC [, and turn text around; JSON leaves both as they are. */
const obeyed = /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** JSON that no terminal obeys; it says the same. */
export const jsonText = (value: unknown, indent = ''): string =>
	JSON.stringify(value, null, indent).replace(
		obeyed,
		sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/** Prints a value as JSON, indented for people who look at it. */
export const printJson = (call: Call, value: unknown): void => call.print(jsonText(value, '\t'));
