import * as v from 'valibot';
import {ok, type Result} from '../../domain/result.ts';
import {unsilence} from '../automatic/unsilence.ts';
import type {HouseCalls} from '../calls/house-calls.ts';
import type {Ask, Host} from '../host.ts';
import {checked} from '../request-input.ts';
import {removeAccount, saveAccount} from '../settings/accounts.ts';
import {removeAgent, saveAgent} from '../settings/agents.ts';
import {saveDesk} from '../settings/settings.ts';
import {orderItems, removeItem, saveItem} from '../settings/settings-list.ts';
import {deskStatus} from '../status.ts';

const folderInput = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));

/** The verbs around settings and the service itself; the latter are for admins. */
export const houseVerbs = (host: Host, ask: Ask): HouseCalls => {
	const {core, loops} = host;
	/** A mail that comes after the answer is already imported, or left, as the account says now. */
	const followed = <T>(saved: Result<T>): Result<T> => {
		loops.importer.follow();
		return saved;
	};
	return {
		saveAccount: account => ask('accounts', async () => followed(await saveAccount(core, account))),
		removeAccount: id => ask('accounts', async () => followed(await removeAccount(core, id))),
		saveAgent: agent => ask('tickets.read', caller => saveAgent(core, caller, agent)),
		removeAgent: login => ask('agents', () => removeAgent(core, login)),
		saveDesk: values => ask('accounts', () => saveDesk(core, values)),
		saveItem: (list, item) => ask('tickets.read', caller => saveItem(core, caller, {list, item})),
		removeItem: (list, key, options) =>
			ask('tickets.read', caller => removeItem(core, caller, {list, key, options})),
		orderItems: (list, keys) =>
			ask('tickets.read', caller => orderItems(core, caller, {list, keys})),
		unsilence: address => ask('accounts', () => unsilence(core, address)),
		status: () => ask('tickets.read', caller => deskStatus(host, caller)),
		check: repair =>
			ask('agents', async () => {
				if (repair === true) await core.mover.resume();
				return core.parts.store.check({repair: repair === true});
			}),
		snapshot: input =>
			ask('agents', async () => {
				const folder = checked(folderInput, input);
				if (!folder.ok) return folder;
				const made = await core.parts.store.snapshot(folder.value);
				return made.ok ? ok(null) : made;
			}),
		stop: () =>
			ask('agents', () => {
				host.askStop();
				return ok(null);
			}),
	};
};
