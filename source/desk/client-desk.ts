import type {Client} from './caller.ts';
import type {Desk, Push} from './desk.ts';
import {createAsk, type Host} from './host.ts';
import {accountVerbs} from './verbs/account-verbs.ts';
import {houseVerbs} from './verbs/house-verbs.ts';
import {jobVerbs} from './verbs/job-verbs.ts';
import {mailVerbs} from './verbs/mail-verbs.ts';
import {makingVerbs} from './verbs/making-verbs.ts';
import {ruleVerbs} from './verbs/rule-verbs.ts';
import {ticketVerbs} from './verbs/ticket-verbs.ts';

/** The desk of one client. After `close` every call answers `connection-lost`. */
export const createClientDesk = (host: Host, login: string): Desk => {
	const {core} = host;
	const listeners = new Set<(push: Push) => void>();
	const client: Client = {
		login,
		watched: new Set(),
		push: push => {
			// Who has lost his place since he connected is told nothing any more.
			if (core.agent(login)?.active !== true) return;
			for (const listener of listeners) listener(push);
		},
	};
	core.clients.add(client);
	const ask = createAsk(host, client);

	return {
		...ticketVerbs(host, {ask, client}),
		...mailVerbs(host, ask),
		...houseVerbs(host, ask),
		...accountVerbs(host, ask),
		...jobVerbs(host, ask),
		...ruleVerbs(host, ask),
		...makingVerbs(host, ask),
		on: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: async () => {
			if (!core.clients.delete(client)) return;
			core.presence.set(client, null);
			listeners.clear();
			if (![...core.clients].some(other => other.login === login)) core.lists.forget(login);
		},
	};
};
