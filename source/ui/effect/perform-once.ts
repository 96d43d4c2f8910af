import type {TicketStep, Words} from '../state/undo-state.ts';
import type {PerformEffect} from './effect.ts';

/** Steps to be done now that `.` does not repeat on another ticket. */
export const performOnce = (label: Words, steps: readonly TicketStep[]): PerformEffect => ({
	type: 'perform',
	mode: 'do',
	label,
	steps,
	repeatable: null,
	isSend: false,
});
