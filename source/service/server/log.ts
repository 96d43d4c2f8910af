import {appendFileSync, fstatSync, renameSync, statSync} from 'node:fs';

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

/** Whether a descriptor of this process is that file. One that may not be looked at is none of ours. */
const isOpenAs = (descriptor: number, file: string): boolean => {
	try {
		const there = statSync(file);
		const open = fstatSync(descriptor);
		return there.dev === open.dev && there.ino === open.ino;
	} catch {
		return false;
	}
};

/**
 * The log of a service. Where a client has opened `file` for its standard error, that file, turned over
 * when it is large; otherwise `tell`, for systemd and terminals. `descriptor` is for tests.
 */
export const serviceLog = (
	file: string,
	tell: (line: string) => void,
	descriptor = 2,
): ((line: string) => void) =>
	isOpenAs(descriptor, file)
		? openLog(file)
		: line => tell(`${new Date().toISOString()} ${oneLine(line)}`);
