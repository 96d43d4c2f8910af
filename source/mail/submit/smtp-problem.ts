import type {NodemailerError} from 'nodemailer/lib/errors';
import type {Account} from '../../domain/account/account.ts';
import {fail, type Result} from '../../domain/result.ts';
import {serverWords} from '../server-words.ts';

/** Answers to these commands speak of the mail; anything before speaks of the connection. */
const aboutTheMail: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** What nodemailer itself says of an envelope or a mail before it sends it. */
const refusedUnsent: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

const isPermanent = (error: NodemailerError): boolean => {
	const each = error.rejectedErrors ?? [];
	return each.length > 0
		? each.every(refusal => refusal.permanent === true)
		: error.permanent === true && aboutTheMail.has(error.command ?? '');
};

const codeOf = ({responseCode, originalCode, code}: NodemailerError): string =>
	String(responseCode ?? originalCode ?? code ?? '');

/**
 * A failed submission by name. Without an answer after the whole mail was handed over nobody knows
 * whether the server has it: `smtp-uncertain`. A 5yz answer about the mail is `smtp-permanent`, any
 * other answer is `smtp-temporary` (RFC 5321 §4.2.1); no answer at all is `server-unreachable`.
 */
export const smtpProblem = (
	error: NodemailerError,
	context: {
		readonly account: Account;
		readonly handedOver: boolean;
		readonly secrets: readonly string[];
	},
): Result<never> => {
	const {account, handedOver, secrets} = context;
	const text = serverWords(error.response ?? error.message, secrets);
	const host = account.smtp?.host ?? '';
	const command = error.command ?? '';
	const details = {account: account.id, host, code: codeOf(error), command, text};
	const answered = error.responseCode !== undefined && error.responseCode >= 400;
	if (error.code === 'EAUTH' && error.permanent !== false) return fail('sign-in-refused', details);
	if (answered) return fail(isPermanent(error) ? 'smtp-permanent' : 'smtp-temporary', details);
	// Words without a code are no answer, not even to the mail.
	if (handedOver) return fail('smtp-uncertain', details);
	return fail(
		refusedUnsent.has(error.code ?? '') ? 'smtp-permanent' : 'server-unreachable',
		details,
	);
};
