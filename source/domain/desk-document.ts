import type {Agent} from './agent.ts';
import type {Silence} from './automatic/silence.ts';
import type {Status} from './status.ts';

/** Versions of `desk.json` and `agents.json`; `store/migrate` upgrades older ones on read. */
export const deskVersion = 1;
export const agentsVersion = 1;

/** Warteschlange. The label (Kennung) has letters only and is never changed once used. */
export type Queue = {
	readonly label: string;
	readonly name: string;
	readonly responsible: string | null;
};

export type Project = {readonly label: string; readonly name: string};

/** Textvorlage: canned text with variables, in categories of up to two levels (`Versand/Ausland`). */
export type Template = {
	readonly id: string;
	readonly title: string;
	readonly category: string;
	readonly language: string;
	readonly project: string | null;
	readonly text: string;
	readonly order: number;
	readonly active: boolean;
};

/** What a condition of a rule looks at; `condition/` has a file for each. */
export const ruleFields = ['recipient', 'sender', 'senderName', 'subject'] as const;

/** Regel: conditions (AND) on an incoming mail, and what its new ticket gets. */
export type Rule = {
	readonly id: string;
	readonly title: string;
	readonly position: number;
	readonly active: boolean;
	readonly stop: boolean;
	readonly conditions: ReadonlyArray<{
		readonly field: (typeof ruleFields)[number];
		readonly pattern: string;
	}>;
	readonly actions: ReadonlyArray<{readonly action: string; readonly value: string}>;
	readonly hits: number;
};

export const jobKinds = ['periodic', 'daily'] as const;

/** What a job runs: the import, whatever accounts sign in with. Both names are those of the model. */
export const jobParameters = ['tickets', 'tickets_oauth'] as const;

/** Prozessstarter: a schedule that runs the import. */
export type Job = {
	readonly id: string;
	readonly name: string;
	readonly kind: (typeof jobKinds)[number];
	/** 0 = every day, 1 = Monday … 7 = Sunday. */
	readonly weekday: number;
	readonly periodMinutes: number;
	/** HH:MM for a daily job. */
	readonly startTime: string;
	readonly type: 'cronjob';
	readonly parameter: (typeof jobParameters)[number];
	readonly active: boolean;
};

export type DeskLogEntry = {
	readonly at: string;
	/** Login. */
	readonly by: string;
	readonly what: 'erase';
	readonly tickets: number;
	readonly files: number;
};

/** Settings of the whole desk: `desk.json`. */
export type DeskDocument = {
	readonly v: number;
	readonly name: string;
	readonly queues: readonly Queue[];
	readonly projects: readonly Project[];
	readonly templates: readonly Template[];
	readonly rules: readonly Rule[];
	readonly jobs: readonly Job[];
	/** Account that answers leave from when the receiving one does not insist. */
	readonly defaultAccount: string | null;
	readonly reopenTrash: boolean;
	/** Seconds a mail waits in the outbox and can be called back. */
	readonly undoSeconds: number;
	/** Largest mail that is read whole, in bytes. */
	readonly maxMailBytes: number;
	readonly statusAfterReply: Status;
	/** What was done to the desk as a whole, without names or addresses. */
	readonly log?: readonly DeskLogEntry[];
	/** Addresses that get no automatic mail for a while; written by the desk itself. */
	readonly silenced?: readonly Silence[];
};

export type AgentsDocument = {readonly v: number; readonly agents: readonly Agent[]};

export const newAgentsDocument: AgentsDocument = {v: agentsVersion, agents: []};

/** Imports every five minutes. */
export const usualJob: Omit<Job, 'id' | 'name'> = {
	kind: 'periodic',
	weekday: 0,
	periodMinutes: 5,
	startTime: '00:00',
	type: 'cronjob',
	parameter: 'tickets',
	active: true,
};

export const newDeskDocument: DeskDocument = {
	v: deskVersion,
	name: 'Support',
	queues: [],
	projects: [],
	templates: [],
	rules: [],
	jobs: [{id: 'import', name: 'Import', ...usualJob}],
	defaultAccount: null,
	reopenTrash: false,
	undoSeconds: 10,
	maxMailBytes: 25 * 1024 * 1024,
	statusAfterReply: 'waiting_customer',
};
