import type {Me, Row, TabCounts} from '../../desk/desk.ts';
import type {LateImport} from '../../domain/job-report.ts';
import type {Selection} from '../../domain/list/selection.ts';
import type {ListQuery} from '../../domain/list/tab.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Seal} from '../../domain/receive/seal.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {KeyBook, OwnSettings} from '../settings/own.ts';
import type {SettingsState} from '../settings/settings-state.ts';
import type {SetupState} from '../setup/setup-state.ts';
import type {ComposerState} from './composer-state.ts';
import type {Failure} from './failures.ts';
import type {Overlay} from './overlay-state.ts';
import type {Toast, UndoState} from './undo-state.ts';

export type Size = {readonly columns: number; readonly rows: number};

/** Which pane gets the keys when no overlay and no composer has them. */
export type Pane = 'list' | 'ticket';

/** The list as a window onto the desk's list: rows by absolute index, the cursor by ticket number. */
export type ListState = {
	readonly query: ListQuery;
	/** Whether the first answer to this query has come. */
	readonly loaded: boolean;
	readonly total: number;
	/** Absolute index of `rows[0]`. */
	readonly from: number;
	readonly rows: readonly Row[];
	readonly cursor: number;
	readonly cursorNumber: string | null;
	/** The ticket that the cursor goes to when the answer to this query comes. */
	readonly sought: string | null;
	/** Absolute index of the first row on the screen. */
	readonly top: number;
	/** The desk's list has changed since the rows were asked for. */
	readonly stale: boolean;
	readonly counts: TabCounts | null;
	readonly problem: Problem | null;
};

export type MarkState = {
	readonly selection: Selection;
	/** The rows of the marked tickets, also of those out of the window. */
	readonly rows: ReadonlyMap<string, Row>;
	/** Those of the marked tickets that the list does not have as it is filtered now. */
	readonly away: ReadonlySet<string>;
};

export type TicketState = {
	readonly number: string;
	/** Null until the answer has come. */
	readonly ticket: Ticket | null;
	readonly problem: Problem | null;
	/** Opened by the agent, not only shown beside the list. */
	readonly opened: boolean;
	readonly view: 'conversation' | 'history';
	/** Index of the conversation's entry that J and K move; -1 until the ticket is there. */
	readonly current: number;
	/** Entries whose fold differs from the one they have at first. */
	readonly toggled: ReadonlySet<string>;
	readonly quotes: boolean;
	/** What was found out about signed and encrypted mails, by message; forgotten with the view. */
	readonly seals: ReadonlyMap<string, Seal | null>;
	/** First line on the screen, of all lines of the conversation. */
	readonly top: number;
	readonly search: string;
	/** The desk has a newer revision. */
	readonly stale: boolean;
};

/** What the service tells of itself, for the title line and the error bar. */
export type DeskState = {
	readonly connection: 'opening' | 'open' | 'lost' | 'ended';
	readonly since: number;
	readonly problem: Problem | null;
	/** The error bar was put away with Escape. */
	readonly hidden: boolean;
	readonly importing: ReadonlyMap<string, {readonly done: number; readonly total: number}>;
	/** When the last complete pass ended, in milliseconds; null when unknown. */
	readonly imported: number | null;
	/** Accounts whose last pass failed, with what the server said. */
	readonly failed: ReadonlyMap<string, {readonly name: string; readonly text: string}>;
	/** Accounts whose import is overdue. */
	readonly late: readonly LateImport[];
	/** Outgoing mails that wait, by message id. */
	readonly outbox: ReadonlyMap<string, string>;
};

/** A draft that is offered again: in a ticket, or kept on this machine when the desk was gone. */
export type WaitingDraft = {readonly number: string; readonly subject: string};

export type Presence = {readonly viewing: readonly string[]; readonly writing: readonly string[]};

/** Everything the screen shows follows from this value. */
export type State = {
	readonly size: Size;
	/** Milliseconds since 1970, moved on by the clock effect. */
	readonly now: number;
	readonly me: Me | null;
	readonly pane: Pane;
	readonly list: ListState;
	readonly marks: MarkState;
	readonly ticket: TicketState | null;
	readonly composer: ComposerState | null;
	readonly overlay: Overlay | null;
	readonly toast: Toast | null;
	readonly undo: UndoState;
	/** Tickets that the last action could not be done to. */
	readonly failures: readonly Failure[];
	readonly desk: DeskState;
	readonly settings: SettingsState;
	readonly setup: SetupState;
	/** Settings of the person at the screen, not of the desk. */
	readonly own: OwnSettings;
	readonly keyBook: KeyBook;
	readonly drafts: readonly WaitingDraft[];
	readonly presence: ReadonlyMap<string, Presence>;
	/** Set by the first Ctrl+C: a second one within two seconds quits. */
	readonly quitAsked: number | null;
};
