import type {Problem} from '../../domain/problem.ts';
import type {UiEvent} from './event.ts';
import type {State} from './state.ts';

/** A ticket that an action could not be done to, and why. */
export type Failure = {
	readonly number: string;
	readonly subject: string;
	readonly problem: Problem;
};

/** What the last action left undone: shown as a list, and forgotten with the next one. */
export const reduceFailures = (state: State, event: UiEvent): State => {
	if (event.type !== 'performed') return state;
	const rows = [...state.list.rows, ...state.marks.rows.values()];
	const failures = event.outcomes.flatMap(outcome => {
		if (outcome.ok) return [];
		const {number, problem} = outcome;
		const subject = rows.find(row => row.number === number)?.subject ?? '';
		return [{number, subject, problem}];
	});
	return failures.length === 0 && state.failures.length === 0 ? state : {...state, failures};
};
