import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** Connects to a service as the user `nobody` (only root can); gives back the result of connectDesk. */
export const connectAsNobody = async (dataFolder: string): Promise<unknown> => {
	const client = new URL('../../source/service/client/client.ts', import.meta.url);
	// The source is imported before the user changes, who may not be able to read it.
	const program = `
		import {connectDesk} from ${JSON.stringify(client.href)};
		process.setgroups([]);
		process.setgid(65534);
		process.setuid(65534);
		const desk = await connectDesk({dataFolder: ${JSON.stringify(dataFolder)}, version: '1',
			start: false, startCommand: {file: '', args: [], env: {}}});
		console.log(JSON.stringify(desk.ok ? {ok: true} : desk));
		process.exit();
	`;
	const {stdout} = await run(process.execPath, ['--input-type=module', '--eval', program]);
	return JSON.parse(stdout);
};
