import {cleanResponse} from '../clean.ts';
import {automaticReason} from './automatic.ts';
import type {BouncedMail} from './bounce.ts';
import {type Failure, statusIn} from './delivery-status.ts';

/** How the failure notices begin, in the words of the servers that write no status part. */
const openings: readonly RegExp[] = [
	/this is the qmail-send program/iu,
	/created automatically by mail delivery software[\s\S]{0,400}could not be delivered/iu,
	/this is the mail system at host/iu,
	/the following addresses had (?:permanent fatal|delivery) (?:errors|problems)/iu,
	/-----\s*transcript of session follows/iu,
	/delivery to the following recipients? (?:has )?failed/iu,
	/your message (?:wasn't|wasn’t|was not|could not be) delivered/iu,
	/delivery has failed to these recipients/iu,
	/did not reach (?:some or all of the intended recipients|the following recipient)/iu,
	/fehler bei der nachrichtenzustellung/iu,
	/(?:nachricht|e-mail) konnte (?:nicht|an .{1,200} nicht) (?:zugestellt|übermittelt) werden/iu,
	/hat einige oder alle empfänger nicht erreicht/iu,
	/échec de la remise|n['’]a pas (?:pu être|été) remis/iu,
	/(?:could not|couldn't|cannot) be delivered/iu,
	/undeliver(?:able|ed) (?:mail|message)/iu,
];

const delay =
	/(?:warning message only|do not need to resend|delivery (?:has been |is )?delayed|will (?:continue|keep) (?:to try|trying)|noch nicht zugestellt)/iu;

const address = /[\w.!#$%&*+/=?^{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

const isOwn = (found: string, mail: BouncedMail): boolean =>
	found.toLowerCase() === mail.from.address.toLowerCase() ||
	/^(?:mailer-daemon|postmaster)@/iu.test(found);

/** The notice itself, without the copy of the mail that some servers append. */
const noticeOf = (text: string): string =>
	text
		.slice(0, 20_000)
		.split(
			/^(?:-{3,}.*(?:copy of the message|original message|unsent message|returned message).*|--- below this line is a copy.*)$/imu,
		)[0] ?? '';

const smtpAnswer = /(?:^|[\s:"'(#])([45])\d\d[ -]\S|\b[45]\.\d{1,3}\.\d{1,3}\b/u;

/** The server's answer and the lines that go on with it. */
const reasonIn = (lines: readonly string[]): string => {
	const filled = lines.findIndex(line => line.trim() !== '');
	const answered = lines.findIndex(line => smtpAnswer.test(line));
	const start = answered >= 0 ? answered : filled;
	if (start < 0) return '';
	const rest = lines.slice(start, start + 4);
	const end = rest.findIndex(line => line.trim() === '');
	return cleanResponse(
		rest
			.slice(0, end < 0 ? rest.length : end)
			.join(' ')
			.replace(/^\s*\(reason:\s*(.*)\)\s*$/iu, '$1'),
	);
};

/**
 * Delivery failures in free text: Postfix, Exim, qmail, Sendmail, Gmail, Exchange. Only in mails of
 * programs, since people quote such notices.
 */
export const readBounceText = (mail: BouncedMail): Failure | null => {
	const failedRecipients = mail.fields.first('x-failed-recipients') ?? '';
	if (failedRecipients === '' && automaticReason(mail.fields, mail.from) === null) return null;
	const notice = noticeOf(mail.text);
	const opening = openings.map(pattern => pattern.exec(notice)?.index ?? -1).find(at => at >= 0);
	if (opening === undefined || delay.test(notice)) return null;
	const after = notice.slice(opening);
	const known = failedRecipients.match(address)?.[0];
	const found = known ?? after.match(address)?.find(candidate => !isOwn(candidate, mail));
	if (!found) return null;
	const place = after.indexOf(found);
	const tail = (place < 0 ? after : after.slice(place + found.length)).replace(
		/^[>)\]:;,'"]+/u,
		'',
	);
	const reason = reasonIn(tail.split('\n'));
	const status = statusIn(reason) || statusIn(tail);
	const code = smtpAnswer.exec(reason)?.[1] ?? '5';
	return {address: found, status, reason, permanent: (status || code).startsWith('5')};
};
