import type {ImapFlow} from 'imapflow';
import type {Account, ServerAddress} from '../../domain/account/account.ts';
import type {AccountTest, ServerTest} from '../../domain/account/account-setup.ts';
import {ok, type Result} from '../../domain/result.ts';
import {cleanLine} from '../clean.ts';
import {signInToImap} from '../imap/connect.ts';
import {imapProblem} from '../imap/imap-problem.ts';
import {openMailbox} from '../imap/mailbox.ts';
import type {AccountSetup} from '../mail.ts';
import {type Credential, type CredentialSource, withCredential} from './credential.ts';
import {signInToSubmit} from './sign-in.ts';

/** Somebody waits for the answer: shorter than the import's patience. */
const timeouts = {connect: 10_000, socket: 15_000};

type Count = Parameters<AccountSetup['test']>[1]['count'];

type Looked = Pick<AccountTest, 'folders' | 'counts' | 'folderProblem'>;

const nothing: Looked = {folders: [], counts: null, folderProblem: null};

/** Names of the folders that mails can lie in and that can be shown as they are. */
const foldersOf = async (client: ImapFlow): Promise<readonly string[]> =>
	(await client.list())
		.filter(({flags}) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
		.map(({path}) => path)
		.filter(path => cleanLine(path) === path);

const look = async (client: ImapFlow, account: Account, count: Count): Promise<Looked> => {
	let folders: readonly string[] = [];
	try {
		folders = await foldersOf(client);
		const counts = await count(await openMailbox(client, account));
		return counts.ok
			? {folders, counts: counts.value, folderProblem: null}
			: {folders, counts: null, folderProblem: counts.problem};
	} catch (error) {
		const failed = imapProblem(error, {account});
		return {folders, counts: null, folderProblem: failed.ok ? null : failed.problem};
	}
};

type SignIn<T> = (work: (credential: Credential) => Promise<Result<T>>) => Promise<Result<T>>;

const timed = async <T>(
	{host, port}: ServerAddress,
	work: () => Promise<Result<T>>,
): Promise<{readonly test: ServerTest; readonly result: Result<T>}> => {
	const start = performance.now();
	const result = await work();
	const milliseconds = Math.round(performance.now() - start);
	return {result, test: {host, port, milliseconds, problem: result.ok ? null : result.problem}};
};

const testImap = async (account: Account, signIn: SignIn<ImapFlow>, count: Count) => {
	if (account.imap === null) return {imap: null, ...nothing};
	const {test, result} = await timed(account.imap, () =>
		signIn(credential => signInToImap(account, {credential, timeouts})),
	);
	if (!result.ok) return {imap: test, ...nothing};
	try {
		return {imap: test, ...(await look(result.value, account, count))};
	} finally {
		result.value.close();
	}
};

const testSmtp = async (account: Account, signIn: SignIn<null>) => {
	if (account.smtp === null) return null;
	const {test} = await timed(account.smtp, () =>
		signIn(credential => signInToSubmit(account, {credential, timeouts})),
	);
	return test;
};

/**
 * Signs in at the servers of an account, which need not be saved, and looks into its folder.
 * Nothing is changed there. `secret` is tried in place of the kept password.
 */
export const testAccount = async (
	account: Account,
	{
		secret,
		count,
		source,
	}: {
		readonly secret: string | null;
		readonly count: Count;
		readonly source: CredentialSource;
	},
): Promise<Result<AccountTest>> => {
	const signIn = <T>(work: (credential: Credential) => Promise<Result<T>>) =>
		secret === null || account.password.kind === 'oauth2'
			? withCredential(account, source, work)
			: work({kind: 'password', secret});
	const [{imap, ...looked}, smtp] = await Promise.all([
		testImap(account, signIn, count),
		testSmtp(account, signIn),
	]);
	return ok({imap, smtp, ...looked});
};
