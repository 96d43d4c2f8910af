import {ok} from '../../source/domain/result.ts';
import type {AccountSetup} from '../../source/mail/mail.ts';

/** A setup without servers: answers what it was handed, so that a test sees what came through. */
export const pretendSetup = (): AccountSetup => {
	const secrets = new Map<string, string | null>();
	return {
		discover: async address => ok({address, imap: null, smtp: null, oauth: 'google'}),
		test: async (account, {secret}) =>
			ok({
				imap: null,
				smtp: null,
				folders: [account.id, String(secret ?? secrets.get(account.id) ?? '')],
				counts: null,
				folderProblem: null,
			}),
		saveSecret: async ({account, secret, kind}) => {
			secrets.set(account, secret === null ? null : `${kind}:${secret}`);
			return ok(null);
		},
		forget: async account => {
			secrets.delete(account);
			return ok(null);
		},
		signIn: async (_account, way) =>
			ok({
				url: `https://sign-in.example/${way}`,
				userCode: null,
				expiresAt: '2026-11-23T10:10:00.000Z',
				finished: Promise.resolve({state: 'failed', problem: null}),
			}),
		signInState: account =>
			ok({state: 'failed', problem: {name: 'sign-in-refused', details: {account}}}),
		close: async () => undefined,
	};
};
