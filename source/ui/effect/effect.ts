import type {DraftKind} from '../../domain/message.ts';
import type {AttachmentPlace} from '../state/overlay-state.ts';
import type {Repeatable, TicketStep, Words} from '../state/undo-state.ts';

/** What is started beside the state: calls of the desk and of the ports. Answers come as events. */
export type Effect =
	| {
			readonly type: 'perform';
			readonly label: Words;
			readonly mode: 'do' | 'undo' | 'redo';
			readonly steps: readonly TicketStep[];
			readonly repeatable: Repeatable | null;
			readonly isSend: boolean;
	  }
	/** Writes an answer, or goes on with the draft that is there. */
	| {
			readonly type: 'compose';
			readonly number: string;
			readonly kind: DraftKind;
			readonly answers: string | null;
	  }
	| {readonly type: 'resume'; readonly number: string}
	| {readonly type: 'send'; readonly status: 'completed' | null}
	| {readonly type: 'keep-draft'}
	| {readonly type: 'discard-draft'}
	| {readonly type: 'edit-outside'}
	| {readonly type: 'attach'; readonly path: string}
	| {readonly type: 'complete-path'; readonly path: string}
	| {readonly type: 'open-attachment'; readonly place: AttachmentPlace}
	| {readonly type: 'save-attachment'; readonly place: AttachmentPlace; readonly path: string}
	| {readonly type: 'copy'; readonly text: string; readonly label: Words}
	| {readonly type: 'mark-all'}
	| {readonly type: 'import'}
	| {readonly type: 'redraw' | 'suspend' | 'quit'};
