import type {GenericSchema, InferOutput} from 'valibot';
import type {Agent, Right} from '../agent.ts';
import type {ProblemName} from '../problem.ts';
import type {Result} from '../result.ts';
import type {RuleBook} from '../rule/rule.ts';
import type {Ticket} from '../ticket.ts';

/** What a change may depend on beside the ticket and its input: handed in, so that it stays pure. */
export type Context = {
	/** ISO time of the change. */
	readonly now: string;
	/** Login of who does it, or `raute`. */
	readonly by: string;
	/** A fresh id for each call: short, random, URL-safe. */
	readonly newId: () => string;
	readonly settings: ActionSettings;
	/** The desk's rules; without them none can be run. */
	readonly rules?: RuleBook;
};

/** The parts of the settings that actions check their input against. */
export type ActionSettings = {
	readonly queues: ReadonlyMap<
		string,
		{readonly label: string; readonly responsible: string | null}
	>;
	readonly agents: ReadonlyMap<string, Agent>;
	readonly projects: ReadonlySet<string>;
};

/** A step that can be sent to the desk: also the way back that an action returns. */
export type Step = {readonly action: string; readonly input: unknown};

/**
 * One thing an agent can do to a ticket. One file each; `index.ts` is the list that keys, palette,
 * help, hint bar, batch bar and command line read.
 */
export type Action<Schema extends GenericSchema = GenericSchema> = {
	readonly name: string;
	/** Whether it makes sense for several marked tickets at once. */
	readonly scope: 'one' | 'many';
	readonly right: Right;
	/** Checks foreign input before `apply` sees it. */
	readonly input: Schema;
	/** Null when it can be done now, else the problem that says why not. */
	readonly blocked?: (ticket: Ticket, context: Context) => ProblemName | null;
	/** The changed ticket; the caller adds revision, updatedAt, history of fields and the command id. */
	readonly apply: (ticket: Ticket, input: InferOutput<Schema>, context: Context) => Result<Ticket>;
	/** The way back. Left out: the changed editable fields are restored. Null: there is none. */
	readonly undo?: (before: Ticket, after: Ticket) => Step | null;
};

/** Lets actions of different inputs stand in one list; `performAction` checks the input first. */
export const defineAction = <Schema extends GenericSchema>(action: Action<Schema>): Action =>
	action as unknown as Action;
