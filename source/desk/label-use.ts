import type {DeskDocument} from '../domain/desk-document.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import type {Store} from '../store/store.ts';

type Label = {readonly label: string};

type Kind = 'queue' | 'project';

/** The labels that the new list lacks; none when it is not replaced. */
const gone = (before: readonly Label[], after: readonly Label[] | undefined): readonly string[] => {
	const kept = new Set(after?.map(one => one.label));
	return after ? before.filter(one => !kept.has(one.label)).map(one => one.label) : [];
};

const unused = (
	store: Store,
	{kind, label}: {readonly kind: Kind; readonly label: string},
): Result<null> => {
	const details = {reason: 'label-in-use', label};
	const tickets = [...store.summaries().values()].filter(one => one[kind] === label).length;
	if (tickets > 0) return fail('action-unavailable', {...details, tickets});
	const standard = kind === 'queue' ? 'defaultQueue' : 'defaultProject';
	const user = store.accounts().find(({account}) => account[standard] === label);
	return user ? fail('action-unavailable', {...details, account: user.account.id}) : ok(null);
};

/**
 * A label in use neither goes nor changes: tickets and accounts name it. Move the tickets first.
 * A changed label is one that went and one that came. Problem: `action-unavailable` (`label-in-use`).
 */
export const labelsUnused = (
	store: Store,
	part: Partial<Pick<DeskDocument, 'queues' | 'projects'>>,
): Result<null> => {
	const {queues, projects} = store.desk();
	const removed = [
		...gone(queues, part.queues).map(label => ({kind: 'queue' as const, label})),
		...gone(projects, part.projects).map(label => ({kind: 'project' as const, label})),
	];
	for (const one of removed) {
		const free = unused(store, one);
		if (!free.ok) return free;
	}
	return ok(null);
};
