import {cleanLines} from '../../domain/clean-input.ts';
import type {Call} from '../command.ts';

/** A terminal would obey what stands in a mail or a file; it is for looking at there. */
const forTerminal = (bytes: Uint8Array): string => cleanLines(new TextDecoder().decode(bytes));

/** Writes bytes as they are, cleaned to a terminal; done when the system has taken them. */
export const writeBytes = ({stdout}: Call, bytes: Uint8Array): Promise<void> =>
	new Promise((resolve, reject) => {
		stdout.write(stdout.isTTY ? forTerminal(bytes) : bytes, error =>
			error ? reject(error) : resolve(),
		);
	});
