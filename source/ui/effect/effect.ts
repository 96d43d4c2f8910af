import type {Channel} from '../../domain/channel.ts';
import type {DraftKind} from '../../domain/message.ts';
import type {SettingsChange} from '../settings/change.ts';
import type {UiEvent} from '../state/event.ts';
import type {AttachmentPlace} from '../state/overlay-state.ts';
import type {Repeatable, TicketStep, Words} from '../state/undo-state.ts';
import type {EffectContext} from './context.ts';

/** Steps on tickets, or their way back. */
export type PerformEffect = {
	readonly type: 'perform';
	readonly label: Words;
	readonly mode: 'do' | 'undo' | 'redo';
	readonly steps: readonly TicketStep[];
	readonly repeatable: Repeatable | null;
	readonly isSend: boolean;
	/** What the message afterwards offers to do next. */
	readonly offer?: Words;
};

/** What is started beside the state: calls of the desk and of the ports. Answers come as events. */
export type Effect =
	| PerformEffect
	/** Writes an answer, or goes on with the draft that is there. */
	| {
			readonly type: 'compose';
			readonly number: string;
			readonly kind: DraftKind;
			readonly answers: string | null;
	  }
	/** Makes a ticket by hand and opens its text. */
	| {readonly type: 'create-ticket'; readonly channel: Channel}
	/** Shows the ticket in which the open one goes on. */
	| {readonly type: 'follow-ticket'; readonly number: string}
	| {readonly type: 'resume'; readonly number: string}
	| {readonly type: 'send'; readonly status: 'completed' | null}
	| {readonly type: 'keep-draft'}
	| {readonly type: 'discard-draft'}
	| {readonly type: 'edit-outside'}
	| {readonly type: 'attach'; readonly path: string}
	| {readonly type: 'complete-path'; readonly path: string}
	| {readonly type: 'open-attachment'; readonly place: AttachmentPlace}
	| {readonly type: 'check-seal'; readonly number: string; readonly message: string}
	| {readonly type: 'save-attachment'; readonly place: AttachmentPlace; readonly path: string}
	| {readonly type: 'copy'; readonly text: string; readonly label: Words}
	| {readonly type: 'mark-all'}
	| {readonly type: 'import'}
	| {
			readonly type: 'settings-change';
			readonly change: SettingsChange;
			readonly mode: 'do' | 'undo' | 'redo';
			readonly label: Words;
			readonly fromForm: boolean;
	  }
	/** What a verb of its own asks the desk or the ports for: a test, a dry run, a file. */
	| {
			readonly type: 'run';
			readonly run: (context: EffectContext) => Promise<readonly UiEvent[]>;
	  }
	| {readonly type: 'redraw' | 'suspend' | 'quit'};
