import {maySee} from '../domain/visibility.ts';
import type {Core} from './core.ts';
import type {Push} from './push.ts';
import {accountsFor} from './settings/accounts.ts';

type Of<Kind extends Push['kind']> = Omit<Extract<Push, {kind: Kind}>, 'kind'>;

/** An import concerns those who may see its account: a report holds what the server said. */
export const tellImport = (core: Core, progress: Of<'import'>): void =>
	core.tell(agent =>
		accountsFor(core, {agent}).some(({id}) => id === progress.account)
			? {kind: 'import', ...progress}
			: null,
	);

/** What became of a mail concerns those who may see its ticket: an error names its recipients. */
export const tellOutbox = (core: Core, change: Of<'outbox'>): void => {
	const summary = core.parts.store.summaries().get(change.number);
	core.tell(agent =>
		summary !== undefined && maySee(summary, core.viewer(agent))
			? {kind: 'outbox', ...change}
			: null,
	);
};
