import type {ActionSettings} from '../domain/action/action.ts';
import type {Agent} from '../domain/agent.ts';
import {actionSettings} from '../domain/change/action-settings.ts';
import {type Viewer, viewerOf} from '../domain/viewer.ts';
import type {Client} from './caller.ts';
import {createMover, type Mover} from './change/mover.ts';
import type {Push} from './desk.ts';
import {createLists, type Lists} from './list/lists.ts';
import type {DeskParts} from './parts.ts';
import {createPresence, type Presence} from './presence.ts';
import {createRules, type Rules} from './rule/rules.ts';
import {createThrottle} from './throttle.ts';

/** What all verbs of a desk share. */
export type Core = {
	readonly parts: DeskParts;
	readonly clients: Set<Client>;
	readonly lists: Lists;
	readonly presence: Presence;
	readonly rules: Rules;
	readonly mover: Mover;
	/** ISO time in UTC. */
	readonly now: () => string;
	readonly agent: (login: string) => Agent | null;
	readonly viewer: (agent: Agent) => Viewer;
	readonly actionSettings: () => ActionSettings;
	readonly broadcast: (push: Push) => void;
	/** Tells every active agent what is meant for him; null for nothing. */
	readonly tell: (pushFor: (agent: Agent) => Push | null) => void;
	/** The settings have changed: lists are built anew, everybody is told. */
	readonly settingsChanged: () => void;
	/** Tells every client that lists changed, a few times a second at most. */
	readonly listsChanged: () => void;
	readonly end: () => void;
};

/** Milliseconds between two pushes about lists: a screen cannot show more, an import makes thousands. */
const listPause = 100;

/** What all verbs share, over the parts of a desk; `end` stops its timers. */
export const createCore = (parts: DeskParts): Core => {
	const clients = new Set<Client>();
	const now = () => new Date(parts.clock.now()).toISOString();
	const agent = (login: string) =>
		parts.store.agents().agents.find(candidate => candidate.login === login) ?? null;
	const viewer = (of: Agent) => viewerOf(of, parts.store.desk().queues);

	const pushLists = (): void => {
		for (const client of clients) {
			const found = agent(client.login);
			if (!found) continue;
			const counts = lists.of(viewer(found)).counts();
			client.push({kind: 'list', seq: lists.seq(), counts});
		}
	};
	const throttle = createThrottle(pushLists, listPause);

	const pushTicket = (number: string, revision: number): void => {
		for (const client of clients)
			if (client.watched.has(number)) client.push({kind: 'ticket', number, revision});
	};

	const lists = createLists(parts.store, {
		now,
		onChange: (before, after) => {
			const number = (after ?? before)?.number;
			if (number) pushTicket(number, after?.revision ?? (before?.revision ?? 0) + 1);
			throttle.ask();
		},
	});

	const broadcast = (push: Push): void => {
		for (const client of clients) client.push(push);
	};

	const tell = (pushFor: (agent: Agent) => Push | null): void => {
		for (const client of clients) {
			const found = agent(client.login);
			const push = found?.active ? pushFor(found) : null;
			if (push) client.push(push);
		}
	};

	const settingsChanged = (): void => {
		lists.forget();
		broadcast({kind: 'settings'});
		throttle.ask();
	};
	const unfollow = parts.store.onSettingsEdited(settingsChanged);

	return {
		parts,
		clients,
		lists,
		mover: createMover(parts),
		presence: createPresence({clients, nameOf: login => agent(login)?.name ?? login}),
		rules: createRules(parts),
		now,
		agent,
		viewer,
		actionSettings: () => actionSettings(parts.store.desk(), parts.store.agents().agents),
		broadcast,
		tell,
		settingsChanged,
		listsChanged: throttle.ask,
		end: () => {
			throttle.end();
			lists.end();
			unfollow();
		},
	};
};
