import type {Agent} from '../domain/agent.ts';
import type {Viewer} from '../domain/viewer.ts';
import type {Push} from './desk.ts';

/** One connected screen or command. */
export type Client = {
	readonly login: string;
	readonly push: (push: Push) => void;
	/** Tickets it asked for lately: it is told of their changes. */
	readonly watched: Set<string>;
};

/** Who a call comes from, checked: an active agent with the right that the call needs. */
export type Caller = {
	readonly client: Client;
	readonly agent: Agent;
	readonly viewer: Viewer;
};

/** A screen shows one ticket, and has asked for its neighbours. */
const mostWatched = 5;

/** Remembers that a client looks at a ticket; of many it is told of the last ones alone. */
export const watch = (client: Client, number: string): void => {
	client.watched.delete(number);
	client.watched.add(number);
	const [oldest] = client.watched;
	if (client.watched.size > mostWatched && oldest !== undefined) client.watched.delete(oldest);
};
