import type {OutboxMark, Summary} from '../../domain/summary.ts';
import type {Store} from '../../store/store.ts';

/** An outgoing message that the outbox may have to act on. */
export type OutboxEntry = {
	readonly number: string;
	readonly message: string;
	readonly state: OutboxMark['state'];
	/** Milliseconds since 1970. */
	readonly due: number;
};

const entryKey = ({number, message}: Pick<OutboxEntry, 'number' | 'message'>): string =>
	`${number} ${message}`;

const entriesOf = (summary: Summary | null): readonly OutboxEntry[] =>
	(summary?.outbox ?? []).map(({message, state, due}) => ({
		number: summary?.number ?? '',
		message,
		state,
		due: Date.parse(due),
	}));

/** The outbox marks of all tickets, kept current; `changed` is called when one appears or changes. */
export const followMarks = (store: Store, changed: () => void) => {
	const entries = new Map<string, OutboxEntry>();
	const add = (summary: Summary | null): boolean => {
		const marks = entriesOf(summary);
		for (const entry of marks) entries.set(entryKey(entry), entry);
		return marks.length > 0;
	};
	for (const summary of store.summaries().values()) add(summary);
	const unfollow = store.onSummary((before, after) => {
		for (const entry of entriesOf(before)) entries.delete(entryKey(entry));
		if (add(after)) changed();
	});
	return {entries: () => [...entries.values()], key: entryKey, unfollow};
};
