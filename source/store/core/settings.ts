import type {AccountDocument} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {accountPath, agentsPath, deskPath, isFileId} from '../layout.ts';
import type {Documents} from '../schema/decode.ts';
import type {Store} from '../store.ts';
import type {State} from './state.ts';
import {takeInSettings} from './take-in.ts';

const replace = {create: false, defer: false} as const;

/** Writes the next version of a settings document, unless the change gave back the same one. */
const changed = async <K extends 'desk' | 'agents'>(
	state: State,
	kind: K,
	part: {
		readonly path: string;
		readonly current: () => Documents[K];
		readonly keep: (document: Documents[K]) => void;
		readonly change: (document: Documents[K]) => Result<Documents[K]>;
	},
): Promise<Result<Documents[K]>> =>
	state.queue.run(part.path, async () => {
		const taken = await takeInSettings(state, kind, part);
		if (!taken.ok) return taken;
		const before = part.current();
		const after = part.change(before);
		if (!after.ok || after.value === before) return after;
		const written = await state.shelf.write(part.path, after.value, replace);
		if (!written.ok) return written;
		state.stamps.set(part.path, written.value);
		part.keep(after.value);
		return after;
	});

/** Writes or, for null, removes an account's document, then remembers it. */
const keepAccount = async (
	state: State,
	id: string,
	after: AccountDocument | null,
): Promise<Result<AccountDocument | null>> => {
	const path = accountPath(id);
	if (after === null) {
		const removed = await state.shelf.remove(path);
		if (!removed.ok) return removed;
		state.stamps.delete(path);
		state.accounts.delete(id);
		return ok(after);
	}
	const written = await state.shelf.write(path, after, replace);
	if (!written.ok) return written;
	state.stamps.set(path, written.value);
	state.accounts.set(id, after);
	return ok(after);
};

const accountChanger =
	(state: State): Store['changeAccount'] =>
	async (id, change) => {
		if (!isFileId(id)) return fail('input-invalid', {field: 'id', value: id});
		return state.queue.run(accountPath(id), async () => {
			const taken = await takeInSettings(state, 'account', {
				path: accountPath(id),
				keep: document => state.accounts.set(id, document),
			});
			if (!taken.ok) return taken;
			const before = state.accounts.get(id) ?? null;
			const after = change(before);
			return !after.ok || after.value === before ? after : keepAccount(state, id, after.value);
		});
	};

/** Desk, agents and accounts: few documents, always in memory. */
export const settings = (
	state: State,
): Pick<
	Store,
	| 'desk'
	| 'changeDesk'
	| 'agents'
	| 'changeAgents'
	| 'accounts'
	| 'changeAccount'
	| 'onSettingsEdited'
> => ({
	desk: () => state.desk,
	changeDesk: change =>
		changed(state, 'desk', {
			path: deskPath,
			current: () => state.desk,
			keep: document => {
				state.desk = document;
			},
			change,
		}),
	agents: () => state.agents,
	changeAgents: change =>
		changed(state, 'agents', {
			path: agentsPath,
			current: () => state.agents,
			keep: document => {
				state.agents = document;
			},
			change,
		}),
	accounts: () =>
		[...state.accounts.values()].sort((a, b) => (a.account.id < b.account.id ? -1 : 1)),
	changeAccount: accountChanger(state),
	onSettingsEdited: listener => {
		state.settingsListeners.add(listener);
		return () => state.settingsListeners.delete(listener);
	},
});
