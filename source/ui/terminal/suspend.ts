import {spawn} from 'node:child_process';
import type {Dispatch} from './dispatch.ts';

/** Ink's `useApp().suspendTerminal`: leaves the screen, runs the turn, paints again. */
export type HandOver = (turn: () => Promise<void>) => Promise<void>;

export type SuspendParts = {
	readonly dispatch: Pick<Dispatch, 'pause' | 'resume'>;
	readonly handOver: HandOver;
};

/** How a child ended: its exit code, or why it never ran. */
export type ChildEnd =
	| {readonly ran: true; readonly code: number}
	| {readonly ran: false; readonly reason: string};

/** Gives the terminal away for one turn. Input stops before the screen changes hands. */
const withTerminalAway = async (parts: SuspendParts, turn: () => Promise<void>): Promise<void> => {
	parts.dispatch.pause();
	try {
		await parts.handOver(turn);
	} finally {
		parts.dispatch.resume();
	}
};

const waitForChild = (command: string, args: readonly string[]): Promise<ChildEnd> =>
	new Promise(resolve => {
		const child = spawn(command, args, {stdio: 'inherit'});
		child.once('error', error => resolve({ran: false, reason: error.message}));
		// A child ended by a signal counts as failed, as in a shell.
		child.once('exit', code => resolve({ran: true, code: code ?? 128}));
	});

/**
 * Runs a program that takes the whole terminal, such as `$EDITOR`. `command` is the program and its
 * first arguments in words. Ctrl+C in the child is the child's.
 */
export const runInTerminal = async (
	parts: SuspendParts,
	command: readonly [string, ...string[]],
): Promise<ChildEnd> => {
	let end: ChildEnd = {ran: false, reason: 'not started'};
	const ignore = () => undefined;
	process.on('SIGINT', ignore);
	try {
		await withTerminalAway(parts, async () => {
			const [program, ...args] = command;
			end = await waitForChild(program, args);
		});
	} finally {
		process.off('SIGINT', ignore);
	}
	return end;
};

/**
 * How long to wait for a stop that does not come: a process group without a shell behind it ignores
 * the signal. While stopped no timer runs, so the wait also keeps Node alive until `fg`.
 */
const stopWait = 500;

const stopUntilContinued = (stop: () => void): Promise<void> =>
	new Promise(resolve => {
		const go = () => {
			clearTimeout(timer);
			process.off('SIGCONT', go);
			resolve();
		};
		const timer = setTimeout(go, stopWait);
		process.on('SIGCONT', go);
		stop();
	});

/** Ctrl+Z: stops the whole process group, as the shell expects, and paints again after `fg`. */
export const suspendToShell = (
	parts: SuspendParts,
	stop: () => void = () => void process.kill(0, 'SIGTSTP'),
): Promise<void> => withTerminalAway(parts, () => stopUntilContinued(stop));
