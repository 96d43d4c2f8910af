import {type Account, importable, type PassReport} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Loops} from '../loops.ts';
import type {DeskParts} from '../parts.ts';
import type {Receiver} from '../receive/receive.ts';
import {accountLoop} from './account-loop.ts';
import {createImportRun, type ImportProgress, type ImportRun} from './import-run.ts';
import {createMeanwhile} from './meanwhile.ts';

/** Milliseconds between two looks for loops that ended, and for accounts changed by other ways than `follow`. */
const lookPause = 2000;

type Running = {
	readonly settings: string;
	readonly control: AbortController;
	readonly ended: Promise<void>;
};

const chosen = ({store}: DeskParts, id: string | null): Result<readonly Account[]> => {
	const accounts = store.accounts().map(document => document.account);
	if (id === null) return ok(accounts.filter(importable));
	const account = accounts.find(one => one.id === id);
	if (!account) return fail('account-unknown', {account: id});
	return importable(account) ? ok([account]) : fail('action-unavailable', {account: id});
};

const runOnce = async (
	run: ImportRun,
	account: Account,
	job: string | undefined,
): Promise<PassReport> => {
	const opened = await run.open(account);
	if (!opened.ok) return run.refused(account, opened.problem, job);
	try {
		return await run.pass(account, opened.value, {job, whole: true});
	} finally {
		await run.close(opened.value);
	}
};

/** Keeps one loop for each account that is imported, with the settings as they are now. */
const createKeeper = (parts: DeskParts, run: ImportRun) => {
	const loops = new Map<string, Running>();
	const begin = (account: Account) => {
		const control = new AbortController();
		const {signal} = control;
		const ended = accountLoop(account, {parts, run, signal}).catch(error => {
			parts.log(`import ${account.id} ended: ${String(error)}`);
			// By now it may be the loop of other settings.
			if (loops.get(account.id)?.control === control) loops.delete(account.id);
		});
		loops.set(account.id, {settings: JSON.stringify(account), control, ended});
	};
	const ending = new Set<Promise<void>>();
	const drop = (id: string, loop: Running) => {
		loop.control.abort();
		loops.delete(id);
		ending.add(loop.ended);
		void loop.ended.finally(() => ending.delete(loop.ended));
	};
	return {
		look: () => {
			const accounts = parts.store.accounts().map(document => document.account);
			const wanted = new Map(accounts.filter(importable).map(one => [one.id, one]));
			for (const [id, loop] of loops) {
				const account = wanted.get(id);
				if (account && JSON.stringify(account) === loop.settings) continue;
				drop(id, loop);
			}
			for (const [id, account] of wanted) if (!loops.has(id)) begin(account);
		},
		drop: (id: string) => {
			const loop = loops.get(id);
			if (loop) drop(id, loop);
		},
		end: async () => {
			for (const {control} of loops.values()) control.abort();
			await Promise.all([...ending, ...[...loops.values()].map(({ended}) => ended)]);
		},
	};
};

/**
 * The import of a desk: loops of its own after `start`, and passes on demand. `now` answers
 * `import-running` while another `now` runs, `account-unknown`, or `action-unavailable` for an
 * account that is not enabled for tickets; a pass of the loop is waited for, and its mails counted.
 */
export const createImporter = (
	parts: DeskParts,
	receiver: Receiver,
	onProgress: (progress: ImportProgress) => void,
): Loops['importer'] => {
	const meanwhile = createMeanwhile();
	const run = createImportRun(parts, receiver, progress => {
		if (progress.report !== null) meanwhile.hear(progress.report);
		onProgress(progress);
	});
	const keeper = createKeeper(parts, run);
	let timer: NodeJS.Timeout | null = null;
	let stopped = false;
	let busy: Promise<unknown> | null = null;
	return {
		now: async (id, job) => {
			const accounts = chosen(parts, id);
			if (!accounts.ok) return accounts;
			if (busy !== null) return fail('import-running');
			const reports = Promise.all(
				accounts.value.map(account => meanwhile.during(() => runOnce(run, account, job))),
			);
			busy = reports;
			try {
				return ok(await reports);
			} finally {
				busy = null;
			}
		},
		start: () => {
			if (timer !== null || stopped) return;
			keeper.look();
			timer = setInterval(keeper.look, lookPause).unref();
		},
		follow: () => {
			if (timer !== null) keeper.look();
		},
		wake: id => {
			if (timer === null) return;
			keeper.drop(id);
			keeper.look();
		},
		stop: async () => {
			stopped = true;
			if (timer !== null) clearInterval(timer);
			// A call that is still being answered may ask for loops, which nobody would end.
			timer = null;
			await run.end();
			await Promise.all([keeper.end(), busy?.catch(() => undefined)]);
		},
		halt: run.halt,
		running: run.running,
	};
};
