import type {Desk, Me} from '../../desk/desk.ts';
import type {Account} from '../../domain/account/account.ts';
import type {AccountTest, ServerTest} from '../../domain/account/account-setup.ts';
import {namesTicket, unknownVariables} from '../../domain/template/template.ts';
import {sayProblemLine} from '../../language/problem.ts';
import type {Call} from '../command.ts';
import {type Finding, flaw, sound, trouble} from './finding.ts';

const tested = (call: Call, account: Account, kind: string, server: ServerTest | null) => {
	if (server === null) return [];
	const {host, port, milliseconds, problem} = server;
	const words = {account: account.id, kind, host, port, milliseconds};
	return [
		problem === null ? sound(call.say('cli.doctor.signed-in', words)) : trouble(call, problem),
	];
};

/** What the account names on the server has to be there, or mails stay where they are. */
const folders = (call: Call, account: Account, test: AccountTest): readonly Finding[] => {
	if (test.folderProblem !== null) {
		const text = sayProblemLine(call.say, test.folderProblem);
		return [flaw(call, 'folder-closed', {account: account.id, folder: account.folder, text})];
	}
	const known = new Set(test.folders);
	return [account.sentFolder, account.moveTo]
		.filter(folder => folder !== null && test.folders.length > 0 && !known.has(folder))
		.map(folder => flaw(call, 'no-folder', {account: account.id, folder: folder ?? ''}));
};

/** The same finding for both servers is told once: a password that is missing, a sign-in that ended. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
	...new Map(findings.map(finding => [finding.text, finding])).values(),
];

const servers = async (call: Call, desk: Desk, account: Account): Promise<readonly Finding[]> => {
	const test = await desk.testAccount(account, null);
	if (!test.ok) return [trouble(call, test.problem)];
	return distinct([
		...tested(call, account, 'IMAP', test.value.imap),
		...tested(call, account, 'SMTP', test.value.smtp),
		...folders(call, account, test.value),
	]);
};

/** The number belongs into the subject; a variable that nothing fills stops every answer. */
const autoResponder = (call: Call, {id, autoResponder: {active, subject, text}}: Account) => {
	if (!active) return [];
	const unknown = unknownVariables(`${subject}\n${text}`);
	return [
		...(namesTicket(subject)
			? []
			: [flaw(call, 'auto-subject', {account: id, TICKET: '{TICKET}'})]),
		...(unknown.length === 0
			? []
			: [flaw(call, 'auto-unknown', {account: id, variables: unknown.join(' ')})]),
	];
};

const checkAccount = async (
	call: Call,
	desk: Desk,
	account: Account,
): Promise<readonly Finding[]> => {
	const {id: name, imap, smtp, ticketsEnabled} = account;
	return [
		...(ticketsEnabled && imap === null ? [flaw(call, 'no-imap', {account: name})] : []),
		...(smtp === null ? [flaw(call, 'no-smtp', {account: name})] : []),
		...autoResponder(call, account),
		...(await servers(call, desk, account)),
	];
};

/** Every account: whether it can sign in to its servers, in their own words when not. */
export const checkAccounts = async (
	call: Call,
	{desk, me}: {readonly desk: Desk; readonly me: Me},
): Promise<readonly Finding[]> => {
	if (me.accounts.length === 0) return [flaw(call, 'no-account')];
	// Where the password comes from is told only to those who may change accounts.
	if (!me.rights.includes('accounts')) return [sound(call.say('cli.doctor.accounts-skipped'))];
	const checked = await Promise.all(me.accounts.map(account => checkAccount(call, desk, account)));
	return checked.flat();
};
