import {setTimeout as sleep} from 'node:timers/promises';
import {answer, refuse} from '../answer.ts';
import type {Command} from '../command.ts';
import {connect} from '../connect.ts';
import {exitCode} from '../exit-code.ts';

/** Milliseconds that an ended service may take to leave its process; it has said that it is done. */
const mostMs = 5000;

const isThere = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/** Until then its files are open: a disk cannot be unmounted, a folder not be had alone. */
const untilGone = async (pid: number): Promise<void> => {
	const until = performance.now() + mostMs;
	while (isThere(pid) && performance.now() < until) await sleep(20);
};

/** Ends the service after its running work. A service that does not run is no failure. */
export const stop: Command = {
	usage: '',
	summary: 'cli.stop',
	flags: {},
	run: async call => {
		const {dataFolder, program} = call;
		const desk = await connect({dataFolder, program, start: false, anyVersion: true});
		if (!desk.ok && desk.problem.name === 'service-missing') {
			call.tell(call.say('cli.stop.not-running'));
			return exitCode.done;
		}
		if (!desk.ok) return refuse(call, desk.problem);
		try {
			const status = await desk.value.status();
			const stopped = await desk.value.stop();
			if (status.ok && stopped.ok) await untilGone(status.value.pid);
			return await answer(call, stopped, () => call.tell(call.say('cli.stop.done')));
		} finally {
			await desk.value.close();
		}
	},
};
