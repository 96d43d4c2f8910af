import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type {Account} from '../../domain/account/account.ts';
import type {Credential} from '../setup/credential.ts';

export type SmtpAuth = Parameters<SMTPConnection['login']>[0];

/**
 * How to sign in at the account's SMTP server; null where it wants nobody to. With a token it is
 * XOAUTH2: nodemailer asks for another token when one is refused and gets the same, because renewing
 * is not its business.
 */
export const smtpAuth = (account: Account, {kind, secret}: Credential): SmtpAuth | null => {
	const user = account.smtp?.user ?? '';
	if (account.password.kind === 'none' || user === '') return null;
	if (kind === 'password') return {user, pass: secret};
	return {
		user,
		oauth2: new XOAuth2({user, provisionCallback: (_user, _renew, done) => done(null, secret)}),
	};
};
