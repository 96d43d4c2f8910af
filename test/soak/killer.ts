import {readFile} from 'node:fs/promises';
import {setTimeout as sleep} from 'node:timers/promises';
import {pidFile} from './service-command.ts';

const pidOf = async (dataFolder: string): Promise<number> =>
	Number(await readFile(pidFile(dataFolder), 'utf8').catch(() => '0'));

const kill = (pid: number): boolean => {
	try {
		return pid > 0 && process.kill(pid, 'SIGKILL');
	} catch {
		return false;
	}
};

/**
 * Kills the service of a data folder so many times, at random moments: while it works, and while it
 * starts. Gives up after `limitMs`. Resolves with the number of killed processes.
 */
export const killService = async (
	dataFolder: string,
	{kills, limitMs}: {readonly kills: number; readonly limitMs: number},
): Promise<number> => {
	const until = performance.now() + limitMs;
	let killed = 0;
	let last = 0;
	while (killed < kills && performance.now() < until) {
		await sleep(Math.random() < 0.2 ? Math.random() * 30 : 50 + Math.random() * 450);
		const pid = await pidOf(dataFolder);
		if (pid !== last && kill(pid)) {
			last = pid;
			killed += 1;
		}
	}
	return killed;
};
