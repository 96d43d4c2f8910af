import {setTimeout as wait} from 'node:timers/promises';
import type {Account} from '../../../domain/account/account.ts';
import {usualWay} from '../../../domain/account/account-setup.ts';
import {ok, type Result} from '../../../domain/result.ts';
import type {EffectContext} from '../../effect/context.ts';
import {problemToast, toast} from '../../effect/toast.ts';
import {type AccountNote, noNote} from '../../setup/account-note.ts';
import type {UiEvent} from '../../state/event.ts';
import {textValue, type Values} from '../form/field.ts';
import {valuesOf} from '../form/values-of.ts';
import {discoveredValues} from './account-values.ts';

const pollMilliseconds = 1000;

const note = ({store}: EffectContext, account: Account, change: Partial<AccountNote>): void => {
	const known = store.state().settings.notes['accounts'] as AccountNote | undefined;
	const before = known?.address === account.address ? known : noNote;
	const value = {...before, address: account.address, ...change};
	store.dispatch({type: 'settings-noted', tab: 'accounts', value});
};

/** The values of the form of accounts; none while another one is open. */
const typedValues = ({store}: EffectContext): Values => {
	const {form} = store.state().settings;
	return form?.tab === 'accounts' ? valuesOf(form) : {};
};

/** Looks for the servers of the address and fills their fields with what answered. */
export const discoverForm = async (
	context: EffectContext,
	account: Account,
): Promise<readonly UiEvent[]> => {
	note(context, account, {phase: 'discovering', discovery: null, test: null});
	const answer = await context.desk.discover(account.address);
	note(context, account, {phase: 'idle', discovery: answer.ok ? answer.value : null});
	if (!answer.ok) return [problemToast(answer.problem)];
	const typed = typedValues(context);
	if (textValue(typed['address']) !== account.address) return [];
	return [{type: 'form-set', values: discoveredValues(answer.value, typed)}];
};

/** Signs in at both servers ("verbinden"), with the password in the form if there is one. */
export const connectAccount = async (
	context: EffectContext,
	account: Account,
): Promise<readonly UiEvent[]> => {
	note(context, account, {phase: 'testing', test: null, signIn: null, problem: null});
	const answer = await context.desk.testAccount(account, typedValues(context)['password'] || null);
	note(context, account, {phase: 'idle', test: answer.ok ? answer.value : null});
	if (!answer.ok) return [problemToast(answer.problem)];
	const {imap, smtp, folderProblem} = answer.value;
	const problem = imap?.problem ?? smtp?.problem ?? folderProblem;
	if (problem !== null && problem !== undefined) return [problemToast(problem)];
	return [toast('ok', {key: 'settings.accounts.connected', params: {account: account.id}})];
};

/** Waits until the person is done; the desk ends what takes too long. */
const untilDone = async ({desk}: EffectContext, {id}: Account): Promise<Result<null>> => {
	for (;;) {
		await wait(pollMilliseconds, undefined, {ref: false});
		const answer = await desk.signInState(id);
		if (!answer.ok) return answer;
		const {state, problem} = answer.value;
		if (problem !== null) return {ok: false, problem};
		if (state === 'done') return ok(null);
	}
};

const clientSecret = async (context: EffectContext, {id}: Account): Promise<Result<null>> => {
	const secret = typedValues(context)['clientSecret'] ?? '';
	return secret === '' ? ok(null) : context.desk.saveSecret(id, secret, 'client-secret');
};

/** Begins the OAuth2 sign-in, shows what to open and to enter, and tests the account at its end. */
export const signInAccount = async (
	context: EffectContext,
	account: Account,
): Promise<readonly UiEvent[]> => {
	const kept = await clientSecret(context, account);
	if (!kept.ok) return [problemToast(kept.problem)];
	const begun = await context.desk.signIn(account, usualWay(account.password));
	if (!begun.ok) return [problemToast(begun.problem)];
	const signIn = begun.value;
	note(context, account, {phase: 'signing-in', signIn, test: null, problem: null});
	if (context.terminal.copy(signIn.url))
		context.store.dispatch(toast('ok', {key: 'settings.accounts.urlCopied'}));
	const done = await untilDone(context, account);
	const problem = done.ok ? null : done.problem;
	note(context, account, {phase: 'idle', signIn: null, problem});
	if (problem !== null) return [problemToast(problem)];
	return connectAccount(context, account);
};
