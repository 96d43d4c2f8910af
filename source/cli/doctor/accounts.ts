import type {Me} from '../../desk/desk.ts';
import type {Account} from '../../domain/account.ts';
import type {Result} from '../../domain/result.ts';
import {connect} from '../../mail/connect.ts';
import {passwordOf} from '../../mail/secrets.ts';
import {signInToSubmit} from '../../mail/sign-in.ts';
import type {Call} from '../command.ts';
import {type Finding, flaw, sound, trouble} from './finding.ts';

/** Somebody waits at the terminal: shorter than the import's patience. */
const timeouts = {connect: 10_000, socket: 15_000};

const signInToImap = async (account: Account, password: string): Promise<Result<null>> => {
	const mailbox = await connect(account, {password, timeouts});
	if (!mailbox.ok) return mailbox;
	await mailbox.value.close();
	return {ok: true, value: null};
};

const servers = async (call: Call, account: Account): Promise<readonly Finding[]> => {
	const password = await passwordOf(account, call.dataFolder);
	if (!password.ok) return [trouble(call, password.problem)];
	const findings: Finding[] = [];
	const {imap, smtp} = account;
	const note = (server: {host: string; port: number}, kind: string, signed: Result<null>) => {
		const words = {account: account.id, kind, host: server.host, port: server.port};
		findings.push(
			signed.ok ? sound(call.say('cli.doctor.signed-in', words)) : trouble(call, signed.problem),
		);
	};
	if (imap !== null) note(imap, 'IMAP', await signInToImap(account, password.value));
	if (smtp !== null)
		note(smtp, 'SMTP', await signInToSubmit(account, {password: password.value, timeouts}));
	return findings;
};

/** Without the number in its subject no answer to the confirmation finds its ticket by it. */
const autoResponder = (call: Call, {id, autoResponder: {active, subject}}: Account) =>
	active && !subject.includes('#{TICKET}')
		? [flaw(call, 'auto-subject', {account: id, TICKET: '{TICKET}'})]
		: [];

const checkAccount = async (call: Call, account: Account): Promise<readonly Finding[]> => {
	const {id: name, imap, smtp, ticketsEnabled} = account;
	return [
		...(ticketsEnabled && imap === null ? [flaw(call, 'no-imap', {account: name})] : []),
		...(smtp === null ? [flaw(call, 'no-smtp', {account: name})] : []),
		...autoResponder(call, account),
		...(await servers(call, account)),
	];
};

/** Every account: whether it can sign in to its servers, in their own words when not. */
export const checkAccounts = async (call: Call, me: Me): Promise<readonly Finding[]> => {
	if (me.accounts.length === 0) return [flaw(call, 'no-account')];
	// Where the password comes from is told only to those who may change accounts.
	if (!me.rights.includes('accounts')) return [sound(call.say('cli.doctor.accounts-skipped'))];
	const checked = await Promise.all(me.accounts.map(account => checkAccount(call, account)));
	return checked.flat();
};
