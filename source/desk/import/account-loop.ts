import {setTimeout as sleep} from 'node:timers/promises';
import {type Account, hasFailed} from '../../domain/account/account.ts';
import type {Mailbox} from '../../mail/mail.ts';
import type {DeskParts} from '../parts.ts';
import type {ImportRun} from './import-run.ts';
import {nextPass} from './job-schedule.ts';

/** Milliseconds. Settings are looked at again after it, whatever a server does. */
const longestWait = 60_000;
const longestBackOff = 5 * 60_000;

type LoopParts = {
	readonly parts: DeskParts;
	readonly run: ImportRun;
	readonly signal: AbortSignal;
};

/** Doubling from one second, and half of it by chance: servers that come back are not stormed. */
const backOff = (failures: number): number => {
	const longest = Math.min(longestBackOff, 1000 * 2 ** Math.min(failures, 16));
	return longest * (0.5 + Math.random() / 2);
};

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
	await sleep(Math.max(0, Math.min(milliseconds, longestBackOff)), undefined, {signal}).catch(
		() => undefined,
	);
};

const schedule = ({store, clock}: DeskParts, account: Account) => {
	const document = store.accounts().find(one => one.account.id === account.id);
	const startedAt = document?.state.lastPass?.startedAt;
	const now = clock.now();
	const lastRun = startedAt === undefined ? null : Date.parse(startedAt);
	const {due, live} = nextPass(store.desk().jobs, {now, lastRun});
	return {wait: due - now, live};
};

/** Waits on an open mailbox: `pass` when mail came or the time has, `close` when it is of no use. */
const waitForPass = async (
	account: Account,
	mailbox: Mailbox,
	{parts, signal}: LoopParts,
): Promise<'pass' | 'close' | 'lost'> => {
	while (!signal.aborted) {
		const {wait, live} = schedule(parts, account);
		if (wait <= 0) return 'pass';
		if (!live) return 'close';
		const news = await mailbox.waitForNews(Math.min(wait, longestWait));
		if (news === 'closed') return 'lost';
		if (news === 'news') return 'pass';
	}
	return 'close';
};

/** `lost`: it had worked before it failed. */
type Ending = 'well' | 'lost' | 'failed';

/** Passes over one connection until it ends. */
const stay = async (account: Account, mailbox: Mailbox, loop: LoopParts): Promise<Ending> => {
	let worked = false;
	for (;;) {
		const report = await loop.run.pass(account, mailbox);
		if (hasFailed(report)) return worked ? 'lost' : 'failed';
		worked = true;
		const next = await waitForPass(account, mailbox, loop);
		if (next !== 'pass') return next === 'lost' ? 'lost' : 'well';
	}
};

const failuresAfter: Readonly<Record<Ending, (before: number) => number>> = {
	well: () => 0,
	lost: () => 1,
	failed: before => before + 1,
};

const once = async (account: Account, loop: LoopParts): Promise<Ending> => {
	const opened = await loop.run.open(account);
	if (!opened.ok) {
		await loop.run.refused(account, opened.problem);
		return 'failed';
	}
	if (loop.signal.aborted) {
		// The settings changed while it was opened: what they say now is another loop's.
		await loop.run.close(opened.value);
		return 'well';
	}
	const close = () => void loop.run.close(opened.value);
	loop.signal.addEventListener('abort', close);
	try {
		// Its settings may have gone while it connected; a signal that came before is not heard any more.
		if (loop.signal.aborted) return 'well';
		return await stay(account, opened.value, loop);
	} finally {
		loop.signal.removeEventListener('abort', close);
		await loop.run.close(opened.value);
	}
};

/**
 * Imports one account until the signal: passes when the jobs want them, and at once when a server
 * with IDLE has news. A lost connection is opened anew after a pause that grows.
 */
export const accountLoop = async (account: Account, loop: LoopParts): Promise<void> => {
	const {parts, signal} = loop;
	let failures = 0;
	let first = true;
	while (!signal.aborted) {
		const {wait, live} = schedule(parts, account);
		// A service that has just started looks at once where mail is awaited live.
		if (failures === 0 && wait > 0 && !(first && live)) {
			await pause(Math.min(wait, longestWait), signal);
			continue;
		}
		first = false;
		const went = await once(account, loop);
		failures = failuresAfter[went](failures);
		if (failures > 0) await pause(backOff(failures), signal);
	}
};
