import type {
	DeskStatus,
	ListWindow,
	Me,
	OutboxItem,
	Outcome,
	Push,
	Row,
	SendOutcome,
} from '../../desk/desk.ts';
import type {ListQuery} from '../../domain/list/tab.ts';
import type {Attachment} from '../../domain/message.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Seal} from '../../domain/receive/seal.ts';
import type {Status} from '../../domain/status.ts';
import type {TextBuffer} from '../../domain/text/text-buffer.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {SettingsChange} from '../settings/change.ts';
import type {Values} from '../settings/form/field.ts';
import type {OwnSettings} from '../settings/own.ts';
import type {Faults} from '../settings/tab.ts';
import type {SettingsTabName} from '../settings/tab-name.ts';
import type {KeptSetup} from '../setup/setup-state.ts';
import type {ComposerField, ComposerState} from './composer-state.ts';
import type {Overlay} from './overlay-state.ts';
import type {Pane, Size, WaitingDraft} from './state.ts';
import type {Repeatable, Toast, Words} from './undo-state.ts';

/** How far the cursor or a text moves. */
export type Distance =
	| {readonly by: number}
	| {readonly pages: number}
	| {readonly to: 'first' | 'last'};

type ListEvent =
	| {readonly type: 'list-moved'; readonly distance: Distance}
	| {readonly type: 'list-asked'; readonly query: Partial<ListQuery>}
	/** A window is being asked for: changes from now on need another one. */
	| {readonly type: 'list-asking'}
	| {readonly type: 'list-came'; readonly window: ListWindow; readonly asked: string | null}
	| {readonly type: 'list-failed'; readonly problem: Problem}
	| {readonly type: 'mark-toggled'}
	| {readonly type: 'mark-range'}
	| {readonly type: 'marked'; readonly rows: readonly Row[]}
	| {readonly type: 'marks-cleared'};

type TicketEvent =
	| {readonly type: 'ticket-opened'; readonly number: string; readonly pane: Pane}
	| {readonly type: 'ticket-closed'}
	| {readonly type: 'ticket-asking'; readonly number: string}
	| {readonly type: 'ticket-came'; readonly ticket: Ticket}
	| {readonly type: 'ticket-failed'; readonly number: string; readonly problem: Problem}
	| {readonly type: 'ticket-scrolled'; readonly distance: Distance}
	| {readonly type: 'message-moved'; readonly by: number}
	| {readonly type: 'fold-toggled'}
	| {readonly type: 'quotes-toggled'}
	| {readonly type: 'history-toggled'}
	| {readonly type: 'seal-checked'; readonly message: string; readonly seal: Seal | null}
	| {readonly type: 'ticket-searched'; readonly text: string}
	| {readonly type: 'pane-changed'; readonly pane: Pane};

type ComposerEvent =
	| {readonly type: 'composer-opened'; readonly composer: ComposerState}
	| {readonly type: 'composer-closed'}
	| {readonly type: 'composer-edited'; readonly edit: (field: TextBuffer) => TextBuffer}
	| {readonly type: 'composer-scrolled'; readonly distance: Distance}
	| {readonly type: 'composer-focused'; readonly field: ComposerField}
	| {readonly type: 'composer-text'; readonly text: string}
	| {readonly type: 'composer-account'; readonly account: string; readonly from: string}
	| {readonly type: 'composer-attached'; readonly attachment: Attachment}
	| {readonly type: 'composer-detached'; readonly index: number}
	| {readonly type: 'composer-stage'; readonly stage: ComposerState['stage']}
	| {readonly type: 'review-scrolled'; readonly top: number}
	| {readonly type: 'composer-status'; readonly status: Status}
	| {readonly type: 'original-toggled'}
	| {
			readonly type: 'draft-saved';
			readonly id: string;
			readonly revision: number;
			readonly at: number;
			readonly locally: boolean;
	  }
	| {readonly type: 'send-stale'; readonly id: string}
	| {readonly type: 'drafts-waiting'; readonly drafts: readonly WaitingDraft[]};

type OverlayEvent =
	| {readonly type: 'overlay-opened'; readonly overlay: Overlay}
	/** The same kind of overlay, changed: another line chosen, a letter typed. */
	| {readonly type: 'overlay-changed'; readonly overlay: Overlay}
	| {readonly type: 'overlay-closed'}
	| {readonly type: 'line-changed'; readonly value: string}
	| {readonly type: 'path-completed'; readonly path: string; readonly choices: readonly string[]}
	| {readonly type: 'path-failed'; readonly problem: Words};

type ActionEvent =
	| {
			readonly type: 'performed';
			readonly label: Words;
			readonly mode: 'do' | 'undo' | 'redo';
			readonly outcomes: readonly Outcome[];
			readonly repeatable: Repeatable | null;
			/** The marked tickets that the list did not show when it began; it may have taken some out. */
			readonly away?: ReadonlySet<string>;
			readonly isSend: boolean;
			readonly offer?: Words;
	  }
	| {readonly type: 'undo-taken'; readonly mode: 'undo' | 'redo'}
	| {readonly type: 'sent'; readonly number: string; readonly outcome: SendOutcome}
	| {readonly type: 'toasted'; readonly toast: Omit<Toast, 'until'>};

type DeskEvent =
	| {readonly type: 'signed-in'; readonly me: Me}
	| {readonly type: 'desk-status'; readonly status: DeskStatus}
	| {readonly type: 'outbox-came'; readonly items: readonly OutboxItem[]}
	| {readonly type: 'pushed'; readonly push: Push}
	| {readonly type: 'desk-failed'; readonly problem: Problem}
	| {readonly type: 'error-hidden'};

type SettingsEvent =
	/** `tab` null: where one was last. */
	| {readonly type: 'settings-opened'; readonly tab: SettingsTabName | null}
	| {readonly type: 'settings-closed'}
	| {readonly type: 'settings-tab'; readonly by: number}
	| {readonly type: 'settings-moved'; readonly distance: Distance}
	| {readonly type: 'settings-filtered'; readonly text: string}
	| {readonly type: 'settings-loaded'; readonly tab: SettingsTabName; readonly value: unknown}
	/** What a verb of a tab found out; its columns and its form see it as `source.note`. */
	| {readonly type: 'settings-noted'; readonly tab: SettingsTabName; readonly value: unknown}
	| {
			readonly type: 'settings-changed';
			readonly change: SettingsChange;
			readonly mode: 'do' | 'undo' | 'redo';
			readonly label: Words;
			readonly fromForm: boolean;
			/** What the desk answered; the inverse change takes it along. */
			readonly extra: unknown;
	  }
	| {readonly type: 'own-changed'; readonly own: OwnSettings}
	/** Opens the first-run wizard where it was left; `kept` null: as it stands in the state. */
	| {readonly type: 'setup-opened'; readonly kept: KeptSetup | null}
	| {readonly type: 'setup-back'}
	/** Away from the wizard; what was typed stays. */
	| {readonly type: 'setup-left'};

type FormEvent =
	/** Opens the settings at the form of an item, or of a new one that begins as `item` or blank. */
	| {
			readonly type: 'form-opened';
			readonly tab: SettingsTabName;
			readonly key: string | null;
			readonly item?: unknown;
			readonly field?: string;
	  }
	| {readonly type: 'form-closed'}
	| {readonly type: 'form-focused'; readonly field: string}
	| {readonly type: 'form-edited'; readonly edit: (field: TextBuffer) => TextBuffer}
	| {readonly type: 'form-set'; readonly values: Values}
	| {readonly type: 'form-saving'; readonly saving: boolean}
	| {readonly type: 'form-refused'; readonly faults: Faults; readonly field: string | null}
	| {readonly type: 'form-forced'};

type GeneralEvent =
	| {readonly type: 'resized'; readonly size: Size}
	| {readonly type: 'ticked'; readonly now: number}
	| {readonly type: 'quit-asked'};

/** Everything that can change the state. */
export type UiEvent =
	| ListEvent
	| TicketEvent
	| ComposerEvent
	| OverlayEvent
	| ActionEvent
	| DeskEvent
	| SettingsEvent
	| FormEvent
	| GeneralEvent;
