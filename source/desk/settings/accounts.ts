import {type Account, accountVersion} from '../../domain/account/account.ts';
import {mayDo} from '../../domain/agent.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {accountInput} from '../../domain/settings/settings-input.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import {checked, idInput} from '../request-input.ts';

/** Where its password comes from concerns only those who set it. */
const withoutPassword = (account: Account): Account => ({...account, password: {kind: 'none'}});

/** The accounts an agent may see and send from. */
export const accountsFor = (core: Core, caller: Pick<Caller, 'agent'>): readonly Account[] => {
	const {login, role} = caller.agent;
	const all = core.parts.store.accounts().map(document => document.account);
	if (mayDo(role, 'accounts')) return all;
	return all
		.filter(({visibleTo}) => visibleTo.length === 0 || visibleTo.includes(login))
		.map(withoutPassword);
};

/** One of these accounts by its id, null for any other. */
export const accountFor = (core: Core, caller: Caller, id: string): Account | null =>
	accountsFor(core, caller).find(account => account.id === id) ?? null;

const checkReferences = (core: Core, account: Account): Result<null> => {
	const {queues, projects} = core.parts.store.desk();
	const {defaultQueue, defaultProject, visibleTo} = account;
	if (defaultQueue !== null && !queues.some(queue => queue.label === defaultQueue))
		return fail('queue-unknown', {queue: defaultQueue});
	if (defaultProject !== null && !projects.some(project => project.label === defaultProject))
		return fail('input-invalid', {field: 'defaultProject', value: defaultProject});
	// Who has gone since may stay named; a new name that nobody has would hide the account.
	const kept = core.parts.store.accounts().find(({account: {id}}) => id === account.id);
	const unknown = visibleTo.find(
		login => !core.agent(login) && kept?.account.visibleTo.includes(login) !== true,
	);
	return unknown === undefined ? ok(null) : fail('agent-unknown', {agent: unknown});
};

const samePlace = (a: Account, b: Account): boolean =>
	a.imap?.host === b.imap?.host && a.imap?.port === b.imap?.port && a.imap?.user === b.imap?.user;

/** Adds or replaces an account. Its marks go when it points to another mailbox: they mean nothing there. */
export const saveAccount = async (core: Core, input: unknown): Promise<Result<null>> => {
	const account = checked(accountInput, input);
	if (!account.ok) return account;
	const references = checkReferences(core, account.value);
	if (!references.ok) return references;
	const saved = await core.parts.store.changeAccount(account.value.id, old => {
		const kept = old && samePlace(old.account, account.value) ? old.state : null;
		const state = kept ?? {marks: {}, lastPass: old?.state.lastPass ?? null};
		return ok({v: accountVersion, account: account.value, state});
	});
	if (!saved.ok) return saved;
	core.settingsChanged();
	return ok(null);
};

/** Removes an account with its password and tokens; its tickets stay, and the desk sends from another one. */
export const removeAccount = async (core: Core, input: unknown): Promise<Result<null>> => {
	const id = checked(idInput, input);
	if (!id.ok) return id;
	const removed = await core.parts.store.changeAccount(id.value, old =>
		old ? ok(null) : fail('account-unknown', {account: id.value}),
	);
	if (!removed.ok) return removed;
	const forgotten = (await core.parts.setup?.forget(id.value)) ?? ok(null);
	const desk = await core.parts.store.changeDesk(document =>
		ok(document.defaultAccount === id.value ? {...document, defaultAccount: null} : document),
	);
	core.settingsChanged();
	return desk.ok ? forgotten : desk;
};
