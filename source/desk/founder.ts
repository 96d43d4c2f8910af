import type {Agent} from '../domain/agent.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import type {Store} from '../store/store.ts';

/** Who may come in: agents, and the very first login of a fresh data folder, who becomes its admin. */
export type Founder = {
	/** Problem `not-an-agent`. */
	readonly admit: (login: string) => Result<null>;
	/** Resolves when the first agent is written down, at once when there is nothing to write. */
	readonly founded: () => Promise<Result<unknown>>;
};

const firstAgent = (login: string): Agent => ({
	login,
	name: login,
	role: 'admin',
	active: true,
	signature: '',
});

export const createFounder = (store: Store): Founder => {
	let founder: string | null = null;
	let founding: Promise<Result<unknown>> = Promise.resolve(ok(null));

	const found = (login: string): void => {
		founder = login;
		founding = store.changeAgents(document =>
			document.agents.length > 0
				? fail('not-an-agent', {login})
				: ok({...document, agents: [firstAgent(login)]}),
		);
		// Whoever comes next tries anew: the disk may have been full.
		void founding.then(done => {
			if (!done.ok) founder = null;
		});
	};

	return {
		admit: login => {
			const {agents} = store.agents();
			if (agents.some(agent => agent.login === login && agent.active)) return ok(null);
			if (agents.length === 0 && founder === null) found(login);
			return agents.length === 0 && founder === login ? ok(null) : fail('not-an-agent', {login});
		},
		founded: () => founding,
	};
};
