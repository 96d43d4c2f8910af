import type {Account, TlsMode} from '../../source/domain/account/account.ts';

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
		id,
		name: 'Support',
		address: 'support@example.test',
		aliases: [],
		imap: imapPort === undefined ? null : {...server, port: imapPort},
		smtp: smtpPort === undefined ? null : {...server, port: smtpPort},
		password: {kind: 'environment', variable: 'RAUTE_TEST_PASSWORD'},
		folder: 'INBOX',
		sentFolder: null,
		moveTo: null,
		ticketsEnabled: true,
		defaultProject: null,
		defaultQueue: null,
		fromDate: null,
		alwaysUseAsSender: true,
		deleteOnServer: false,
		importAsCompleted: false,
		signature: '',
		visibleTo: [],
		autoResponder: {active: false, subject: '', text: '', oncePerDay: true},
		...change,
	};
};
