import type {Call} from '../command.ts';
import {readBounded} from './read-bounded.ts';

/** All bytes of standard input, which has to be one mail or text; null when no call can carry it. */
export const readStdin = async (call: Call): Promise<Buffer | null> => {
	const {bytes, isWhole} = await readBounded(call.stdin as AsyncIterable<Buffer | string>);
	return isWhole ? bytes : null;
};

/**
 * The text of standard input with LF line ends and no blank end; says at a terminal what is awaited.
 * Of one without an end the beginning, which every call refuses as too long.
 */
export const readText = async (call: Call): Promise<string> => {
	if (call.stdin.isTTY) call.tell(call.say('cli.text.awaited'));
	const {bytes} = await readBounded(call.stdin as AsyncIterable<Buffer | string>);
	return bytes
		.toString('utf8')
		.replace(/^\uFEFF/u, '')
		.replaceAll('\r\n', '\n')
		.trimEnd();
};
