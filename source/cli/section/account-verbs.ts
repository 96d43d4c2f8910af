import type {Desk} from '../../desk/desk.ts';
import type {Account} from '../../domain/account/account.ts';
import type {
	AccountTest,
	Discovery,
	FoundServer,
	ServerTest,
} from '../../domain/account/account-setup.ts';
import type {Problem} from '../../domain/problem.ts';
import {sayProblemLine} from '../../language/problem.ts';
import {answer, refuse, withDesk} from '../answer.ts';
import {type Call, isSet} from '../command.ts';
import {exitCode, exitCodeOf} from '../exit-code.ts';
import {printJson} from '../output/json.ts';

/** Runs work on an account of this id. */
export const withAccount = (
	call: Call,
	id: string,
	work: (desk: Desk, account: Account) => Promise<number>,
): Promise<number> =>
	withDesk(call, async desk => {
		const me = await desk.me();
		if (!me.ok) return refuse(call, me.problem);
		const account = me.value.accounts.find(one => one.id.toLowerCase() === id.toLowerCase());
		return account === undefined
			? refuse(call, {name: 'account-unknown', details: {account: id}})
			: work(desk, account);
	});

const serverLine = (call: Call, kind: string, server: ServerTest | null): string => {
	if (server === null) return call.say('cli.account.test.no-server', {kind});
	const {host, port, milliseconds, problem} = server;
	return problem === null
		? call.say('cli.account.test.connected', {kind, host, port, milliseconds})
		: call.say('cli.account.test.failed', {
				kind,
				host,
				port,
				text: sayProblemLine(call.say, problem),
			});
};

const problemsOf = ({imap, smtp, folderProblem}: AccountTest): readonly Problem[] =>
	[imap?.problem, smtp?.problem, folderProblem].filter(problem => !!problem);

const showTest = (call: Call, {folder}: Account, test: AccountTest): void => {
	const {imap, smtp, folders, counts, folderProblem} = test;
	call.print(serverLine(call, 'IMAP', imap));
	call.print(serverLine(call, 'SMTP', smtp));
	if (folderProblem !== null) call.print(`${folder}: ${sayProblemLine(call.say, folderProblem)}`);
	if (counts !== null)
		call.print(call.say('cli.account.test.counts', {folder, ...counts, n: counts.total}));
	if (folders.length > 0)
		call.print(call.say('cli.account.test.folders', {folders: folders.join(', ')}));
};

/** `raute account test ID`: signs in at both servers and looks into the folder; changes nothing. */
export const testAccount = (call: Call, [id = '']: readonly string[]): Promise<number> =>
	withAccount(call, id, async (desk, account) =>
		answer(call, await desk.testAccount(account, null), test => {
			if (isSet(call, 'json')) printJson(call, test);
			else showTest(call, account, test);
			const codes = new Set(problemsOf(test).map(exitCodeOf));
			if (codes.has(exitCode.unavailable)) return exitCode.unavailable;
			return codes.size > 0 ? exitCode.failed : exitCode.done;
		}),
	);

const foundLine = (call: Call, kind: string, server: FoundServer | null): string => {
	if (server === null) return call.say('cli.account.discover.nothing', {kind});
	const {host, port, tls, by, milliseconds} = server;
	const how = call.say(`cli.account.discover.by.${by}`);
	return call.say('cli.account.discover.found', {kind, host, port, tls, how, milliseconds});
};

const showFound = (call: Call, {imap, smtp, oauth}: Discovery): void => {
	call.print(foundLine(call, 'IMAP', imap));
	call.print(foundLine(call, 'SMTP', smtp));
	if (oauth !== null) call.print(call.say('cli.account.discover.oauth', {provider: oauth}));
};

/** `raute account discover ADDRESS`: servers that answered; 1 when none did. */
export const discoverServers = (call: Call, [address = '']: readonly string[]): Promise<number> =>
	withDesk(call, async desk =>
		answer(call, await desk.discover(address), found => {
			if (isSet(call, 'json')) printJson(call, found);
			else showFound(call, found);
			return found.imap === null && found.smtp === null ? exitCode.failed : exitCode.done;
		}),
	);
