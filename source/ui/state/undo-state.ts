import type {Step} from '../../domain/action/action.ts';
import type {Problem} from '../../domain/problem.ts';
import type {TextKey} from '../../language/say.ts';

/** An ISO time that is written in the way of the language. */
export type Moment = {readonly time: string};

/** A text that is put into words when it is drawn; its values may be words themselves. */
export type Words = {
	readonly key: TextKey;
	readonly params?: Readonly<Record<string, string | number | Words | Moment>>;
};

export type TicketStep = Step & {readonly number: string};

/** One action that can be taken back; a batch is one entry. */
export type UndoEntry = {
	readonly label: Words;
	readonly steps: readonly TicketStep[];
	/** After this time (milliseconds) it cannot be taken back any more. */
	readonly until: number | null;
	/** A reply that was sent: calling it back opens its draft again. */
	readonly isSend: boolean;
};

/** What `.` repeats on other tickets. */
export type Repeatable = Step & {
	readonly label: Words;
	/** Who takes a new ticket opens it: the label says so in its value `opened`. */
	readonly opens?: true;
};

export type UndoState = {
	readonly past: readonly UndoEntry[];
	readonly future: readonly UndoEntry[];
	readonly last: Repeatable | null;
};

export type Tone = 'ok' | 'warn' | 'bad';

/** A message in the status line for some seconds. */
export type Toast = {
	readonly tone: Tone;
	readonly words: Words | null;
	/** Shown instead of words when something failed. */
	readonly problem: Problem | null;
	readonly canUndo: boolean;
	/** Where more of it is to be seen. */
	readonly place?: 'outbox';
	/** Milliseconds since 1970. */
	readonly until: number;
};
