import {type Agent, mayDo} from './agent.ts';
import type {DeskDocument} from './desk-document.ts';

/** Who looks at a list: what tabs and private tickets depend on. */
export type Viewer = {
	readonly login: string;
	readonly isAdmin: boolean;
	/** Labels of the queues this agent is responsible for. */
	readonly ownQueues: ReadonlySet<string>;
	/** Labels of the queues somebody else is responsible for. */
	readonly othersQueues: ReadonlySet<string>;
};

/** An agent as a viewer: the queues of the desk parted into own ones and those of others. */
export const viewerOf = (
	agent: Pick<Agent, 'login' | 'role'>,
	queues: DeskDocument['queues'],
): Viewer => {
	const held = queues.filter(queue => queue.responsible !== null);
	const isOwn = (queue: (typeof queues)[number]) => queue.responsible === agent.login;
	return {
		login: agent.login,
		isAdmin: mayDo(agent.role, 'agents'),
		ownQueues: new Set(held.filter(isOwn).map(queue => queue.label)),
		othersQueues: new Set(held.filter(queue => !isOwn(queue)).map(queue => queue.label)),
	};
};
