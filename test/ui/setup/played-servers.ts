import type {Desk} from '../../../source/desk/desk.ts';
import type {Account} from '../../../source/domain/account/account.ts';
import type {AccountTest, Discovery} from '../../../source/domain/account/account-setup.ts';
import {ok} from '../../../source/domain/result.ts';

export const server = (host: string, port: number, problem: AccountTest['imap'] = null) => ({
	host,
	port,
	milliseconds: 12,
	problem: problem?.problem ?? null,
});

export const passed: AccountTest = {
	imap: server('imap.firma.example', 993),
	smtp: server('smtp.firma.example', 587),
	folders: ['INBOX'],
	counts: {total: 1284, unseen: 37, sinceDate: 212, toImport: 212},
	folderProblem: null,
};

export const found = (address: string): Discovery => ({
	address,
	imap: {host: 'imap.firma.example', port: 993, tls: 'tls', by: 'srv', milliseconds: 8},
	smtp: {host: 'smtp.firma.example', port: 587, tls: 'starttls', by: 'srv', milliseconds: 9},
	oauth: null,
});

type Calls = {
	readonly tested: Array<readonly [account: Account, secret: string | null]>;
	readonly secrets: Array<readonly [account: string, secret: string | null, kind?: string]>;
	imports: number;
	signedIn: boolean;
	/** What the servers say. */
	answer: AccountTest;
};

/** A desk whose mail servers are played: all else is the real one. */
export const played =
	(calls: Calls) =>
	(desk: Desk): Desk => ({
		...desk,
		discover: async address => ok(found(address)),
		testAccount: async (account, secret) => {
			calls.tested.push([account, secret]);
			return ok(calls.answer);
		},
		saveSecret: async (account, secret, kind) => {
			calls.secrets.push(kind === undefined ? [account, secret] : [account, secret, kind]);
			return ok(null);
		},
		signIn: async () =>
			ok({
				url: 'https://login.example/device',
				userCode: 'AB12-CD34',
				expiresAt: '2026-11-25T12:00:00.000Z',
			}),
		signInState: async () => ok({state: calls.signedIn ? 'done' : 'waiting', problem: null}),
		importNow: async () => {
			calls.imports += 1;
			return ok([]);
		},
	});

export const newCalls = (): Calls => ({
	tested: [],
	secrets: [],
	imports: 0,
	signedIn: false,
	answer: passed,
});
