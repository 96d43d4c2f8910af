import type {Right} from '../domain/agent.ts';
import {fail, type Result} from '../domain/result.ts';
import type {Caller, Client} from './caller.ts';
import type {Perform} from './change/perform.ts';
import type {Core} from './core.ts';
import type {LateWatch} from './import/late-import.ts';
import type {Loops} from './loops.ts';
import {permit} from './permit.ts';

/** An open desk as its clients' verbs see it. */
export type Host = {
	readonly core: Core;
	readonly loops: Loops;
	readonly late: LateWatch;
	readonly perform: Perform;
	readonly startedAt: string;
	/** Done once the first agent of a fresh data folder is written down. */
	readonly founded: () => Promise<Result<unknown>>;
	/** A client wants the end. */
	readonly askStop: () => void;
	readonly ended: () => boolean;
	/** Calls that are being answered: the end waits for them. */
	readonly running: Set<Promise<unknown>>;
};

/** Runs a verb for a caller who is allowed to: who he is and what he may is looked up on every call. */
export type Ask = <T>(
	right: Right,
	run: (caller: Caller) => Result<T> | Promise<Result<T>>,
) => Promise<Result<T>>;

export const createAsk =
	(host: Host, client: Client): Ask =>
	async (right, run) => {
		const founded = await host.founded();
		if (!founded.ok) return founded;
		if (host.ended() || !host.core.clients.has(client)) return fail('connection-lost');
		const caller = permit(host.core, client, right);
		if (!caller.ok) return caller;
		const answer = Promise.resolve(run(caller.value));
		host.running.add(answer);
		try {
			return await answer;
		} finally {
			host.running.delete(answer);
		}
	};
