import {type Account, newAccount, type TlsMode} from '../../source/domain/account/account.ts';

/** The password of the test servers, where `testAccount` looks for it. */
export const testPassword = 'geheim';
process.env['RAUTE_TEST_PASSWORD'] = testPassword;

/** An account of the test servers on loopback; anything can be changed. */
export const testAccount = ({
	id,
	imapPort,
	smtpPort,
	tls,
	...change
}: Partial<Account> & {
	readonly id: string;
	readonly imapPort?: number;
	readonly smtpPort?: number;
	readonly tls: TlsMode;
}): Account => {
	const server = {host: '127.0.0.1', tls, user: 'desk', allowSelfSigned: true};
	return {
		...newAccount(id),
		name: 'Support',
		address: 'support@example.test',
		imap: imapPort === undefined ? null : {...server, port: imapPort},
		smtp: smtpPort === undefined ? null : {...server, port: smtpPort},
		password: {kind: 'environment', variable: 'RAUTE_TEST_PASSWORD'},
		...change,
	};
};
