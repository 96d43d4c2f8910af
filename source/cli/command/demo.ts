import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Desk} from '../../desk/desk.ts';
import {misused, refuse} from '../answer.ts';
import type {Call, Command} from '../command.ts';
import {connect} from '../connect.ts';
import {workSamples} from '../demo/lived-in.ts';
import {furnishDesk} from '../demo/sample-desk.ts';
import {receiveSamples} from '../demo/sample-mails.ts';
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
	return showScreen(call, desk);
};

/** What was sent stays readable after the demo; everything else goes. */
const clearAway = async (call: Call, folder: string, outbox: string): Promise<void> => {
	const sent = await readdir(outbox).catch(() => []);
	if (sent.length === 0) {
		await rm(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 100});
		return;
	}
	await rm(path.join(folder, 'data'), {
		recursive: true,
		force: true,
		maxRetries: 5,
		retryDelay: 100,
	});
	call.print(call.say('cli.demo.outbox', {n: sent.length, path: outbox}));
};

/** The screen over a fresh folder with the sample mails; its service ends with it. */
export const demo: Command = {
	usage: '',
	summary: 'cli.demo',
	flags: screenFlags,
	run: async call => {
		if (!canShow(call)) return misused(call, call.say('cli.no-terminal'));
		const folder = await mkdtemp(path.join(tmpdir(), 'raute-demo-'));
		const outbox = path.join(folder, 'outbox');
		const dataFolder = path.join(folder, 'data');
		call.print(call.say('cli.demo.where', {path: outbox}));
		const serveArgs = ['--local-outbox', outbox, '--end-with-last-client'];
		const desk = await connect({dataFolder, start: true, serveArgs});
		if (!desk.ok) {
			await clearAway(call, folder, outbox);
			return refuse(call, desk.problem);
		}
		try {
			return await run({...call, dataFolder}, desk.value);
		} finally {
			await desk.value.stop();
			await desk.value.close();
			await clearAway(call, folder, outbox);
		}
	},
};
