import type {ModeSink} from './dispatch.ts';

/** Terminals drop OSC 52 beyond about 100,000 bytes of base64; xterm is the strictest. */
const longestText = 74_000;

/**
 * Puts text on the clipboard of the agent's own machine (OSC 52), over SSH too. Only for text raute
 * itself chose, such as a ticket number or an address. False when it is too long to be taken.
 */
export const copyText = (stdout: ModeSink, text: string): boolean => {
	const bytes = Buffer.from(text, 'utf8');
	if (bytes.length > longestText) return false;
	stdout.write(`\u001B]52;c;${bytes.toString('base64')}\u0007`);
	return true;
};
