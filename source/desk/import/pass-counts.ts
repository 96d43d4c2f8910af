import type {PassReport} from '../../domain/account/account.ts';
import type {ReceiveOutcome} from '../desk.ts';

type Values = Pick<PassReport, 'imported' | 'followUps' | 'duplicates' | 'skipped' | 'quarantined'>;

const countOf: Readonly<Record<ReceiveOutcome['result'], keyof Values>> = {
	new: 'imported',
	'follow-up': 'followUps',
	duplicate: 'duplicates',
	skipped: 'skipped',
	quarantined: 'quarantined',
};

/** Counts what a pass does. */
export type PassCounts = {
	add(outcomes: readonly ReceiveOutcome[]): void;
	values(): Values;
};

export const newCounts = (): PassCounts => {
	const values = {imported: 0, followUps: 0, duplicates: 0, skipped: 0, quarantined: 0};
	return {
		add: outcomes => {
			for (const {result} of outcomes) {
				values[countOf[result]] += 1;
			}
		},
		values: () => ({...values}),
	};
};
