import {copyFile, mkdir, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Desk} from '../../desk/desk.ts';
import {misused, refuse} from '../answer.ts';
import {type Call, type Command, textFlag} from '../command.ts';
import {connect} from '../connect.ts';
import {workSamples} from '../demo/lived-in.ts';
import {furnishDesk} from '../demo/sample-desk.ts';
import {receiveSamples} from '../demo/sample-mails.ts';
import {sendWaiting} from '../demo/send-waiting.ts';
import {canShow, isPlain, screenFlags, showScreen} from '../show-screen.ts';

/** One line that is written over: the screen follows in a moment. */
const progress =
	(call: Call) =>
	(done: number, total: number): void => {
		if (isPlain(call)) return;
		const {stdout, say} = call;
		stdout.write(`\r${say('cli.demo.progress', {done, total})}${done === total ? '\n' : ''}`);
	};

const run = async (call: Call, desk: Desk): Promise<number> => {
	const problem = (await furnishDesk(desk)) ?? (await receiveSamples(desk, progress(call)));
	if (problem) return refuse(call, problem);
	await workSamples(desk);
	const code = await showScreen(call, desk);
	await sendWaiting(desk);
	return code;
};

/** `root` holds the others, unless the person named a folder for the data. */
type Folders = Readonly<Record<'root' | 'data' | 'outbox' | 'config' | 'state', string>>;

const clear = (folder: string): Promise<void> =>
	rm(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 100});

/** What was sent stays readable after the demo; everything else goes. */
const clearAway = async (call: Call, folders: Folders): Promise<void> => {
	const {root, data, outbox, config, state} = folders;
	const sent = await readdir(outbox).catch(() => []);
	for (const name of await readdir(data).catch(() => [])) await clear(path.join(data, name));
	if (path.dirname(data) === root) await clear(data);
	for (const folder of sent.length === 0 ? [root] : [config, state]) await clear(folder);
	if (sent.length === 0) return;
	call.print(call.say('cli.demo.outbox', {n: sent.length, path: outbox}));
};

/** Own keys and look are in force, but what is changed in the demo, views too, stays in it. */
const makeFolders = async (call: Call): Promise<Folders> => {
	const root = await mkdtemp(path.join(tmpdir(), 'raute-demo-'));
	const at = (name: string) => path.join(root, name);
	const data = textFlag(call, 'data') === null ? at('data') : call.dataFolder;
	const config = at('config');
	await mkdir(config);
	for (const name of ['keys.json', 'look.json'])
		await copyFile(path.join(call.config, name), path.join(config, name)).catch(() => null);
	return {root, data, config, outbox: at('outbox'), state: at('state')};
};

/** Whether the folder of `--data` can be that of a demo, which throws it away: nothing is in it. */
const isFree = async (call: Call): Promise<boolean> => {
	if (textFlag(call, 'data') === null) return true;
	try {
		return (await readdir(call.dataFolder)).length === 0;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT';
	}
};

/** The screen over a fresh folder with the sample mails; its service ends with it. */
export const demo: Command = {
	usage: '',
	summary: 'cli.demo',
	flags: screenFlags,
	run: async call => {
		if (!canShow(call)) return misused(call, call.say('cli.no-terminal'));
		if (!(await isFree(call)))
			return misused(call, call.say('cli.demo.notEmpty', {path: call.dataFolder}));
		const folders = await makeFolders(call);
		const {data: dataFolder, outbox, config, state} = folders;
		call.print(call.say('cli.demo.where', {path: outbox}));
		const serveArgs = ['--local-outbox', outbox, '--end-with-last-client'];
		const desk = await connect({dataFolder, program: call.program, start: true, serveArgs});
		if (!desk.ok) {
			await clearAway(call, folders);
			return refuse(call, desk.problem);
		}
		try {
			return await run({...call, dataFolder, config, state}, desk.value);
		} finally {
			await desk.value.stop();
			await desk.value.close();
			await clearAway(call, folders);
		}
	},
};
