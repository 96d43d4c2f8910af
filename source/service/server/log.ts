import {appendFileSync, renameSync, statSync} from 'node:fs';

/** One line, whatever is in it: a line break of a foreign text must not look like another event. */
const oneLine = (line: string): string => line.replaceAll(/\r?\n\s*/gu, ' | ');

const sizeOf = (file: string): number => {
	try {
		return statSync(file).size;
	} catch {
		return 0;
	}
};

/**
 * A log file with one line per event. At `maxBytes` it is renamed to `….1` and a new one begun, so
 * that two files at most are kept. Callers write no secrets and no mail text into it. A log that
 * cannot be written (full disk) is no reason to end the service.
 */
export const openLog = (file: string, {maxBytes = 1_000_000} = {}): ((line: string) => void) => {
	let size = sizeOf(file);
	return line => {
		const text = `${new Date().toISOString()} ${oneLine(line)}\n`;
		try {
			if (size + text.length > maxBytes && size > 0) {
				renameSync(file, `${file}.1`);
				size = 0;
			}
			appendFileSync(file, text, {mode: 0o600});
			size += Buffer.byteLength(text);
		} catch {
			size = sizeOf(file);
		}
	};
};
