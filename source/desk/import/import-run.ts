import type {Account, Mark, PassReport} from '../../domain/account/account.ts';
import type {Job} from '../../domain/desk-document.ts';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Mailbox} from '../../mail/mail.ts';
import type {DeskStatus} from '../desk.ts';
import {createKeyLock} from '../key-lock.ts';
import type {DeskParts} from '../parts.ts';
import type {Receiver} from '../receive/receive.ts';
import {createHangUps} from './hang-ups.ts';
import {importPass, passReport} from './import.ts';
import {servedJobs} from './job-schedule.ts';

/** What an importer tells while it works; the report comes with the end of a pass. */
export type ImportProgress = {
	readonly account: string;
	readonly done: number;
	readonly total: number;
	readonly report: PassReport | null;
};

/** What somebody who starts a pass by hand may want of it. */
type ByHand = {
	/** The job that was started; the others are served as their schedule says. */
	readonly job: string | undefined;
	/** Compares server and ledger. */
	readonly whole: boolean;
};

type ByJob = Pick<ByHand, 'job'>;

/** Runs passes, one at a time for each account, and keeps their results in the account's state. */
export type ImportRun = {
	readonly open: (account: Account) => Promise<Result<Mailbox>>;
	readonly close: (mailbox: Mailbox) => Promise<void>;
	readonly pass: (account: Account, mailbox: Mailbox, how?: Partial<ByHand>) => Promise<PassReport>;
	/** Keeps the report of a pass that found no open mailbox. */
	readonly refused: (account: Account, problem: Problem, job?: string) => Promise<PassReport>;
	readonly running: () => DeskStatus['importing'];
	/** Ends running passes after the chunk that they are taking in. */
	readonly halt: () => void;
	/** Closes every mailbox: passes end after what they are writing, and are not reported. */
	readonly end: () => Promise<void>;
};

const lineOf = (report: PassReport): string => {
	const {account, imported, followUps, duplicates, skipped, quarantined, problem} = report;
	const counts = `${imported} new, ${followUps} follow-ups, ${duplicates} known, ${skipped} skipped, ${quarantined} quarantined`;
	return problem === null
		? `import ${account}: ${counts}`
		: `import ${account}: ${counts}; ${problem.name} ${problem.text}`.trimEnd();
};

/** The jobs whose run a pass was. */
const servedBy = (
	jobs: readonly Job[],
	{report, before, job}: {readonly report: PassReport; readonly before: PassReport | null} & ByJob,
): ReadonlySet<string> => {
	const lastRun = before === null ? null : Date.parse(before.startedAt);
	const served = servedJobs(jobs, {now: Date.parse(report.startedAt), lastRun});
	return new Set(job === undefined ? served : [...served, job]);
};

/** The last pass of each job that there still is. */
const runsWith = (
	runs: Readonly<Record<string, PassReport>>,
	report: PassReport,
	{jobs, served}: {readonly jobs: readonly Job[]; readonly served: ReadonlySet<string>},
): Readonly<Record<string, PassReport>> =>
	Object.fromEntries(
		jobs.flatMap(({id}) => {
			const run = served.has(id) ? report : runs[id];
			return run === undefined ? [] : [[id, run] as const];
		}),
	);

const keepState = (
	{store}: DeskParts,
	account: Account,
	{report, mark, job}: {readonly report: PassReport; readonly mark: Mark | null} & ByJob,
) =>
	store.changeAccount(account.id, document => {
		if (document === null) return ok(null);
		const {marks, runs = {}, lastSuccess} = document.state;
		const success = report.ok ? report.finishedAt : lastSuccess;
		return ok({
			...document,
			state: {
				marks: mark === null ? marks : {...marks, [account.folder]: mark},
				lastPass: report,
				...(success === undefined ? {} : {lastSuccess: success}),
				runs: runsWith(runs, report, {
					jobs: store.desk().jobs,
					served: servedBy(store.desk().jobs, {report, before: document.state.lastPass, job}),
				}),
			},
		});
	});

type How = Partial<ByHand>;

export const createImportRun = (
	parts: DeskParts,
	receiver: Receiver,
	onProgress: (progress: ImportProgress) => void,
): ImportRun => {
	const lock = createKeyLock();
	const hangUps = createHangUps();
	const passes = new Map<string, Omit<DeskStatus['importing'][number], 'account'>>();
	const halts = new Set<AbortController>();
	const mailboxes = new Set<Mailbox>();
	let ended = false;

	const finish = async (
		account: Account,
		{report, mark, job}: {readonly report: PassReport; readonly mark: Mark | null} & ByJob,
	) => {
		if (ended) return report;
		const kept = await keepState(parts, account, {report, mark, job});
		parts.checkpoint('import.marked');
		if (!kept.ok) parts.log(`import ${account.id}: result not kept, ${kept.problem.name}`);
		const idle = report.ok && report.imported + report.followUps + report.quarantined === 0;
		if (!idle) parts.log(lineOf(report));
		onProgress({account: account.id, done: 0, total: 0, report});
		return report;
	};

	const note = (account: Account, done: number, total: number) =>
		passes.set(account.id, {done, total, at: new Date(parts.clock.now()).toISOString()});

	const runPass = async (account: Account, mailbox: Mailbox, {job, whole = false}: How) => {
		note(account, 0, 0);
		const halt = new AbortController();
		halts.add(halt);
		try {
			const {report, mark} = await importPass(mailbox, account, {
				parts,
				receiver,
				signal: halt.signal,
				whole,
				hangUps,
				onProgress: (done, total) => {
					note(account, done, total);
					onProgress({account: account.id, done, total, report: null});
				},
			});
			return await finish(account, {report, mark, job});
		} finally {
			halts.delete(halt);
			passes.delete(account.id);
		}
	};

	return {
		open: async account => {
			const opened = await parts.server.open(account);
			if (opened.ok) mailboxes.add(opened.value);
			if (opened.ok && ended) await opened.value.close();
			return opened;
		},
		close: async mailbox => {
			mailboxes.delete(mailbox);
			await mailbox.close();
		},
		pass: (account, mailbox, how = {}) => lock([account.id], () => runPass(account, mailbox, how)),
		refused: (account, problem, job) => {
			const now = new Date(parts.clock.now()).toISOString();
			const report = passReport(account.id, {startedAt: now, finishedAt: now}, {problem});
			return lock([account.id], () => finish(account, {report, mark: null, job}));
		},
		halt: () => {
			for (const halt of halts) halt.abort();
		},
		running: () => [...passes].map(([account, progress]) => ({account, ...progress})),
		end: async () => {
			ended = true;
			await Promise.all([...mailboxes].map(mailbox => mailbox.close()));
		},
	};
};
