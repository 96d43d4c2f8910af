// A command line of the built program, run in the process of the test.
import {Readable, Writable} from 'node:stream';
import type {Surroundings} from '../../source/cli/run-line.ts';

export type Run = {readonly code: number; readonly out: string; readonly err: string};

/** As the rooms have it for their processes. */
process.env['TZ'] = 'Europe/Berlin';

type RunLine = typeof import('../../source/cli/run-line.ts');

/** No relative path, so that nobody looks for it before the program is built. */
const built = new URL('../../.build/cli/run-line.js', import.meta.url).href;

/** All that was written to a stream that is no terminal. */
const output = () => {
	const chunks: Buffer[] = [];
	const stream = new Writable({
		write(chunk: Buffer, _, done) {
			chunks.push(chunk);
			done();
		},
	});
	return {stream, text: () => Buffer.concat(chunks).toString('utf8')};
};

/** Runs a command line with this input and environment; a service that it starts is a process. */
export const runHere = async (
	args: readonly string[],
	{
		input,
		env,
		launcher,
	}: {
		readonly input: string | Uint8Array;
		readonly env: Surroundings['env'];
		readonly launcher: string;
	},
): Promise<Run> => {
	const {runLine} = (await import(built)) as RunLine;
	const [out, err] = [output(), output()];
	const code = await runLine(args, {
		env,
		stdin: Readable.from(input.length === 0 ? [] : [Buffer.from(input)]) as NodeJS.ReadStream,
		stdout: out.stream as NodeJS.WriteStream,
		stderr: err.stream,
		exit: ended => {
			throw new Error(`the program ended with ${ended}`);
		},
		program: more => ({file: launcher, args: more, env}),
	});
	return {code, out: out.text(), err: err.text()};
};
