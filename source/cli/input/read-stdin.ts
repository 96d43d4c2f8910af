import type {Call} from '../command.ts';

/** All bytes of standard input; the whole of it has to fit into memory, as one mail or text does. */
export const readStdin = async (call: Call): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	for await (const chunk of call.stdin as AsyncIterable<Buffer | string>) {
		chunks.push(Buffer.from(chunk));
	}
	return Buffer.concat(chunks);
};

/** The text of standard input with LF line ends and no blank end; says at a terminal what is awaited. */
export const readText = async (call: Call): Promise<string> => {
	if (call.stdin.isTTY) call.tell(call.say('cli.text.awaited'));
	const text = (await readStdin(call)).toString('utf8');
	return text
		.replace(/^\uFEFF/u, '')
		.replaceAll('\r\n', '\n')
		.trimEnd();
};
