import {setTimeout as wait} from 'node:timers/promises';
import type {Account} from '../../domain/account/account.ts';
import {type AccountTest, usualWay} from '../../domain/account/account-setup.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {EffectContext} from '../effect/context.ts';
import {textValue, type Values} from '../settings/form/field.ts';
import {accountFrom, signInChoice, valuesFrom} from './account-draft.ts';
import {type AccountNote, noNote} from './account-note.ts';

const noteOf = ({store}: EffectContext): AccountNote =>
	(store.state().settings.notes['setup-account'] as AccountNote | undefined) ?? noNote;

/** Adds to what is known of the account, for the lines below the form. */
const noteAccount = (context: EffectContext, change: Partial<AccountNote>): void => {
	const value: AccountNote = {...noteOf(context), ...change};
	context.store.dispatch({type: 'settings-noted', tab: 'setup-account', value});
};

/**
 * Looks for the servers of an address, and fills the fields that are empty with what answered; not
 * when another address was looked for meanwhile. Answers the values with those of the servers.
 */
export const discoverServers = async (context: EffectContext, values: Values): Promise<Values> => {
	const address = textValue(values['address']);
	noteAccount(context, {phase: 'discovering', address, discovery: null, test: null});
	const answer = await context.desk.discover(address);
	if (noteOf(context).address !== address) return values;
	noteAccount(context, {phase: 'idle', discovery: answer.ok ? answer.value : null});
	if (!answer.ok) return values;
	const {form} = context.store.state().settings;
	const found = valuesFrom(answer.value, values);
	if (form?.tab === 'setup-account') context.store.dispatch({type: 'form-set', values: found});
	return {...values, ...found};
};

/** The first thing that a test met, and at which server. */
const problemOf = ({imap, smtp, folderProblem}: AccountTest): Result<null> => {
	if (imap?.problem != null) return {ok: false, problem: imap.problem};
	if (folderProblem !== null) return {ok: false, problem: folderProblem};
	if (smtp?.problem == null) return ok(null);
	const {name, details} = smtp.problem;
	return fail(name, {...details, server: 'smtp'});
};

const pollMilliseconds = 2000;

/** Whether the person still waits at the form. */
const isWaiting = ({store}: EffectContext): boolean => {
	const {form} = store.state().settings;
	return form?.tab === 'setup-account' && form.saving;
};

/** Waits until the person has signed in at the provider. */
const waitForSignIn = async (context: EffectContext, account: Account): Promise<Result<null>> => {
	const begun = await context.desk.signIn(account, usualWay(account.password));
	if (!begun.ok) return begun;
	noteAccount(context, {phase: 'signing-in', signIn: begun.value});
	while (isWaiting(context)) {
		await wait(pollMilliseconds, undefined, {ref: false});
		const answer = await context.desk.signInState(account.id);
		if (!answer.ok) return answer;
		if (answer.value.state === 'done') return ok(null);
		if (answer.value.problem !== null) return {ok: false, problem: answer.value.problem};
	}
	return fail('sign-in-refused', {account: account.id});
};

/** The test needs no saved account, but tokens belong to one. */
const signInFirst = async (
	context: EffectContext,
	account: Account,
	values: Values,
): Promise<Result<null>> => {
	const saved = await context.desk.saveAccount(account);
	if (!saved.ok) return saved;
	const secret = values['clientSecret'] ?? '';
	const kept =
		secret === '' ? ok(null) : await context.desk.saveSecret(account.id, secret, 'client-secret');
	return kept.ok ? waitForSignIn(context, account) : kept;
};

const test = async (
	context: EffectContext,
	account: Account,
	secret: string | null,
): Promise<Result<null>> => {
	noteAccount(context, {phase: 'testing', test: null});
	const answer = await context.desk.testAccount(account, secret);
	noteAccount(context, {phase: 'idle', signIn: null, test: answer.ok ? answer.value : null});
	return answer.ok ? problemOf(answer.value) : answer;
};

/**
 * The second step: finds the servers when their fields are empty, signs in at both, and then keeps
 * account and password. The account takes no mail yet.
 */
export const saveAccountStep = async (
	context: EffectContext,
	typed: Values,
): Promise<Result<unknown>> => {
	const {desk, store} = context;
	const isBare = typed['imapHost'] === '' || typed['smtpHost'] === '';
	const values = isBare ? await discoverServers(context, typed) : typed;
	if (values['imapHost'] === '') return fail('server-unreachable', {field: 'imapHost'});
	if (values['smtpHost'] === '')
		return fail('server-unreachable', {field: 'smtpHost', server: 'smtp'});
	const account = accountFrom(values, store.state().me?.accounts ?? []);
	const isPassword = signInChoice(values) === 'password';
	const signedIn = isPassword ? ok(null) : await signInFirst(context, account, values);
	if (!signedIn.ok) {
		noteAccount(context, {phase: 'idle', signIn: null});
		return signedIn;
	}
	const secret = isPassword ? values['password'] || null : null;
	const tested = await test(context, account, secret);
	if (!tested.ok) return tested;
	const saved = await desk.saveAccount(account);
	if (!saved.ok || secret === null) return saved;
	return desk.saveSecret(account.id, secret);
};
