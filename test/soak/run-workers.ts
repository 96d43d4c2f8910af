import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import type {WorkReport} from './work.ts';

const child = fileURLToPath(new URL('./work-child.ts', import.meta.url));

type Workers = {
	/** Tells them that enough is enough; resolves with their reports when their updates are done. */
	finish(): Promise<readonly WorkReport[]>;
	kill(): void;
};

const reportOf = async (worker: ChildProcess): Promise<WorkReport> => {
	const ended = once(worker, 'exit').then(([code]) => {
		throw new Error(`A worker ended with ${code} and without a report.`);
	});
	const [report] = await Promise.race([once(worker, 'message'), ended]);
	return report as WorkReport;
};

/** Starts the working clients `agent0` … on the same tickets. */
export const startWorkers = (options: {
	readonly dataFolder: string;
	readonly clients: number;
	readonly updates: number;
	readonly numbers: readonly string[];
}): Workers => {
	const workers = Array.from({length: options.clients}, (_, index) =>
		fork(
			child,
			[options.dataFolder, `agent${index}`, String(options.updates), ...options.numbers],
			{
				stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
			},
		),
	);
	const reports = Promise.all(workers.map(reportOf));
	// The failure is seen by who awaits `finish`.
	reports.catch(() => undefined);
	return {
		finish: () => {
			for (const worker of workers) if (worker.connected) worker.send('finish');
			return reports;
		},
		kill: () => {
			for (const worker of workers) worker.kill('SIGKILL');
		},
	};
};
