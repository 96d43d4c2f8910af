import {newAgentsDocument, newDeskDocument} from '../../domain/desk-document.ts';
import {ok, type Result} from '../../domain/result.ts';
import {agentsPath, deskPath} from '../layout.ts';
import type {State} from './state.ts';

/**
 * Reads desk, agents and accounts. These are not replaced by defaults when unreadable: a desk
 * without its rules and rights would do harm, so the start stops with the file's name.
 */
export const loadSettings = async (state: State): Promise<Result<void>> => {
	for (const path of [deskPath, agentsPath]) {
		const stamp = state.shelf.stamp(path);
		if (stamp !== null) state.stamps.set(path, stamp);
	}
	const desk = await state.documents.read('desk', deskPath);
	if (!desk.ok) return desk;
	const agents = await state.documents.read('agents', agentsPath);
	if (!agents.ok) return agents;
	state.desk = desk.value ?? newDeskDocument;
	state.agents = agents.value ?? newAgentsDocument;
	for (const {name, path, stamp} of state.shelf.scan('accounts')) {
		state.stamps.set(path, stamp);
		const account = await state.documents.read('account', path);
		if (!account.ok) return account;
		if (account.value) state.accounts.set(name, account.value);
	}
	return ok(undefined);
};
