import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {brokenPromises} from './found.ts';

const child = fileURLToPath(new URL('./plain-json-child.ts', import.meta.url));

const isRunning = (process_: ChildProcess): boolean =>
	process_.exitCode === null && process_.signalCode === null;

const commentsOf = (text: string): string[] => {
	try {
		return (JSON.parse(text) as {comments: string[]}).comments;
	} catch {
		return [];
	}
};

const countEach = (texts: readonly string[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return counts;
};

/**
 * The negative control: the same promise, kept with lowdb's own JSON file by processes that are
 * killed at random. Resolves with what the same check has to say; it must find losses, else the
 * check is worth nothing.
 */
export const plainJsonLosses = async (
	folder: string,
	{writers = 4, updates = 100, kills = 10} = {},
): Promise<readonly string[]> => {
	const file = join(folder, 'plain.json');
	const acknowledgements = join(folder, 'acknowledged');
	let started = 0;
	const start = () => {
		started += 1;
		return fork(child, [file, acknowledgements, `w${started}`, String(updates)], {
			stdio: 'ignore',
		});
	};
	const running = Array.from({length: writers}, start);
	for (let kill = 0; kill < kills; kill++) {
		await sleep(50 + Math.random() * 100);
		running[kill % writers]?.kill('SIGKILL');
		running.push(start());
	}
	await Promise.all(running.filter(isRunning).map(process_ => once(process_, 'exit')));
	const comments = commentsOf(await readFile(file, 'utf8').catch(() => ''));
	const acknowledged = (await readFile(acknowledgements, 'utf8')).split('\n').filter(Boolean);
	return brokenPromises(
		{comments: countEach(comments), mails: new Map(), unreadable: [], misnumbered: [], tickets: 1},
		[{acknowledged, refused: [], mails: [], edits: 0, problems: {}}],
	);
};
