import type {NodemailerError} from 'nodemailer/lib/errors';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type {Account} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {clearTextRefused} from '../clear-text.ts';
import {type SmtpAuth, smtpAuth} from '../submit/smtp-auth.ts';
import {smtpProblem} from '../submit/smtp-problem.ts';
import {connectionFor, type SubmitTimeouts, usualSubmitTimeouts} from '../submit/submit.ts';
import type {Credential} from './credential.ts';

const greet = (connection: SMTPConnection, auth: SmtpAuth | null): Promise<void> =>
	new Promise((resolve, reject) => {
		connection.on('error', reject);
		connection.connect(error => {
			if (error) reject(error);
			else if (auth === null) resolve();
			else connection.login(auth, problem => (problem ? reject(problem) : resolve()));
		});
	});

/**
 * Signs in at the account's SMTP server and leaves again, without a mail. Problems:
 * `server-unreachable` (also clear text to another machine), `sign-in-refused`, `smtp-temporary`.
 */
export const signInToSubmit = async (
	account: Account,
	{
		credential,
		timeouts = usualSubmitTimeouts,
	}: {readonly credential: Credential; readonly timeouts?: SubmitTimeouts},
): Promise<Result<null>> => {
	const {smtp} = account;
	const connection = connectionFor(account, timeouts);
	if (smtp === null || connection === null) return ok(null);
	if (clearTextRefused(smtp)) {
		connection.close();
		const {host} = smtp;
		return fail('server-unreachable', {account: account.id, host, text: 'clear text'});
	}
	try {
		await greet(connection, smtpAuth(account, credential));
		connection.quit();
		return ok(null);
	} catch (error) {
		connection.close();
		const context = {account, handedOver: false, secrets: [credential.secret]};
		return smtpProblem(error as NodemailerError, context);
	}
};
