import {setTimeout as sleep} from 'node:timers/promises';
import type {Problem} from '../../domain/problem.ts';
import {fail, type Result} from '../../domain/result.ts';
import {silentOwner} from '../owner-pid.ts';
import {type Link, type LinkOptions, openLink} from './link.ts';
import {
	claimStart,
	lastLogLine,
	ownedElsewhere,
	type StartClaim,
	type StartCommand,
	type StartedService,
	startService,
} from './start-service.ts';

export type ReachOptions = LinkOptions & {
	/** How to start a service when none runs, null to start none. */
	readonly start: StartCommand | null;
	/** Milliseconds to wait for a started service; building the cache anew takes 80 s at 100k. */
	readonly startMs?: number;
	readonly signal: AbortSignal;
};

/** How long another owner's socket may be awaited after one's own start has failed. */
const othersMs = 2000;

const mayComeLater = (problem: Problem): boolean =>
	problem.name === 'service-missing' || problem.name === 'connection-lost';

/** How often a signal may end what was started before that is told: killing is not failing. */
const mostKilled = 3;

/** One client's attempt to get a service to run: at most one process at a time. */
class Starting {
	readonly #dataFolder: string;
	readonly #command: StartCommand;
	#claim: StartClaim | null = null;
	#started: StartedService | null = null;
	#failedAt: number | null = null;
	#killed = 0;
	#owned = false;

	constructor(dataFolder: string, command: StartCommand) {
		this.#dataFolder = dataFolder;
		this.#command = command;
	}

	/** To be called again and again until the service answers. A problem ends the attempt. */
	async step(): Promise<Problem | null> {
		const started = this.#started;
		if (started && started.exit === undefined) {
			await this.#claim?.renew();
			return null;
		}
		if (started && !this.#mayTryAgain(started)) return this.#failed(started);
		await this.#release();
		return this.#start();
	}

	/** What is to be said when the time is up. */
	tooLate(problem: Problem): Problem {
		return this.#owned ? silentOwner(this.#dataFolder, 'owned') : problem;
	}

	async end(): Promise<void> {
		await this.#release();
	}

	async #start(): Promise<Problem | null> {
		this.#claim = await claimStart(this.#dataFolder);
		if (!this.#claim) return null;
		const started = await startService(this.#dataFolder, this.#command);
		this.#started = started.ok ? started.value : null;
		return started.ok ? null : started.problem;
	}

	/** Another process owns the folder, and its socket is to come; or a signal ended this one. */
	#mayTryAgain({exit, problem}: StartedService): boolean {
		this.#owned = problem ? problem.name === 'service-busy' : exit === ownedElsewhere;
		if (problem || exit !== null) return this.#owned;
		this.#killed += 1;
		return this.#killed < mostKilled;
	}

	async #failed({problem, signal}: StartedService): Promise<Problem | null> {
		if (problem) return problem;
		this.#failedAt ??= performance.now();
		if (performance.now() - this.#failedAt < othersMs) return null;
		const text = signal ?? (await lastLogLine(this.#dataFolder));
		return {name: 'service-start-failed', details: {text}};
	}

	async #release(): Promise<void> {
		const claim = this.#claim;
		this.#started?.leave();
		this.#claim = null;
		this.#started = null;
		await claim?.release();
	}
}

const startUntilReached = async (
	options: ReachOptions,
	starting: Starting,
): Promise<Result<Link>> => {
	const until = performance.now() + (options.startMs ?? 180_000);
	let delay = 10;
	for (;;) {
		const link = await openLink(options);
		if (link.ok || !mayComeLater(link.problem)) return link;
		const problem =
			performance.now() < until ? await starting.step() : starting.tooLate(link.problem);
		if (problem) return {ok: false, problem};
		await sleep(delay, undefined, {signal: options.signal});
		// About a tenth of the time waited so far: more of it was lost behind a service that had come.
		delay = Math.min(delay * 1.1, 200);
	}
};

/**
 * A connection to the service, which is started when none runs and `start` says how. Problems:
 * `service-missing`, `not-an-agent`, `service-version`, `connection-lost`; what the started service
 * said that it failed of (`disk-full`, `data-unwritable`, …), `service-start-failed` when it said nothing.
 */
export const reach = async (options: ReachOptions): Promise<Result<Link>> => {
	const starting = options.start ? new Starting(options.dataFolder, options.start) : null;
	try {
		return await (starting ? startUntilReached(options, starting) : openLink(options));
	} catch (error) {
		if (options.signal.aborted) return fail('connection-lost', {reason: 'closed'});
		throw error;
	} finally {
		await starting?.end();
	}
};
