import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const child = fileURLToPath(new URL('../service/lock-child.ts', import.meta.url));

const starter = async (folder: string): Promise<readonly [ChildProcess, string]> => {
	const process_ = spawn(process.execPath, [child, folder, '300'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [line] = await once(process_.stdout, 'data');
	return [process_, String(line).trim()];
};

const end = async (process_: ChildProcess): Promise<void> => {
	if (process_.exitCode !== null) return;
	process_.kill('SIGKILL');
	await once(process_, 'exit');
};

/** Ten processes at once want to own the folder, so many times. Resolves with the owners per round. */
export const ownersInRaces = async (folder: string, rounds: number): Promise<readonly number[]> => {
	const owners: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const starters = await Promise.all(Array.from({length: 10}, () => starter(folder)));
		owners.push(starters.filter(([, word]) => word === 'owner').length);
		await Promise.all(starters.map(([process_]) => end(process_)));
	}
	return owners;
};
