import {cleanResponse} from '../clean.ts';
import {automaticReason} from './automatic.ts';
import type {BouncedMail} from './bounce.ts';
import {
	announces,
	copyBegins,
	delayWords,
	failureOpenings,
	failureSubject,
} from './bounce-words.ts';
import {type Failure, type Failures, isPermanent, statusIn} from './delivery-status.ts';

const address = /[\w.!#$%&*+/=?^{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

const daemonAddress =
	/^(?:mailer-?daemon|postmaster|microsoftexchange\w+|mail-?delivery|mdaemon)@/iu;
const daemonName =
	/^(?:mailer-daemon|postmaster|mail delivery|mail daemon|system administrator|microsoft outlook|internet mail delivery)/iu;

/** A mail server, and not a shop that writes of parcels which could not be delivered. */
const isFromServer = ({fields, from}: BouncedMail): boolean => {
	if (fields.first('x-failed-recipients') !== null) return true;
	if (daemonAddress.test(from.address) || daemonName.test(from.name)) return true;
	const reason = automaticReason(fields, from);
	return reason === 'report' || reason === 'null-return-path';
};

const isOwn = (found: string, mail: BouncedMail): boolean => {
	const key = found.toLowerCase();
	const own = [mail.from, ...mail.to].map(one => one.address.toLowerCase());
	return own.includes(key) || daemonAddress.test(found);
};

/** The notice itself, without the copy of the mail that some servers append. */
const noticeOf = (text: string): string => text.slice(0, 20_000).split(copyBegins)[0] ?? '';

const smtpAnswer = /(?:^|[\s:"'(#])([45])\d\d[ :-]\S|\b[45]\.\d{1,3}\.\d{1,3}\b/u;
const bareCode = /^[<(]?[\w.-]*\s*\(?#?[\d.]+\)?[>)]?;?$/u;

const blockFrom = (lines: readonly string[], start: number): readonly string[] => {
	const rest = lines.slice(start, start + 4);
	const end = rest.findIndex(line => line.trim() === '');
	return rest.slice(0, end < 0 ? rest.length : end);
};

/** The server's answer and the lines that go on with it; without one the first that say something. */
const reasonIn = (lines: readonly string[]): string => {
	const says = (line: string): boolean => line.trim() !== '' && !announces.test(bare(line));
	const filled = lines.findIndex(says);
	const answered = lines.findIndex(line => smtpAnswer.test(line) && !bareCode.test(bare(line)));
	const start = answered >= 0 ? answered : filled;
	if (start < 0) return '';
	return cleanResponse(
		blockFrom(lines, start)
			.map(bare)
			.join(' ')
			.replace(/^\(reason:\s*(.*)\)$/iu, '$1'),
	);
};

/** Where a notice of failure begins; a subject that says so needs a server's answer in the text. */
const openingOf = (notice: string, {fields}: BouncedMail): number | null => {
	const found = failureOpenings
		.map(pattern => pattern.exec(notice)?.index ?? -1)
		.find(at => at >= 0);
	if (found !== undefined) return found;
	const answered = notice.split('\n').some(line => smtpAnswer.test(line));
	return answered && failureSubject.test(fields.subject()) ? 0 : null;
};

const bare = (line: string): string => line.trim().replace(/^--\s+/u, '');

const failureAt = (after: string, found: string): Failure => {
	const place = after.indexOf(found);
	const tail = (place < 0 ? after : after.slice(place + found.length))
		.replace(/^[>)\]:;,'"]+/u, '')
		.replace(/^ on \w{3}, [^\n]*\d{4}[^\n]*\n/u, '');
	const reason = reasonIn(tail.split('\n'));
	const status = statusIn(reason) || statusIn(tail);
	const code = smtpAnswer.exec(reason)?.[1] ?? '';
	return {address: found, status, reason, permanent: isPermanent(status, code)};
};

/**
 * Delivery failures in free text: Postfix, Exim, qmail, Sendmail, Gmail, Exchange, Notes and the large
 * providers. Only in mails of servers, since people quote such notices.
 */
export const readBounceText = (mail: BouncedMail): Failures | null => {
	if (!isFromServer(mail)) return null;
	const notice = noticeOf(mail.text);
	const opening = openingOf(notice, mail);
	if (opening === null || delayWords.test(notice)) return null;
	const after = notice.slice(opening);
	const known = mail.fields.first('x-failed-recipients')?.match(address) ?? [];
	const named = [...(after.match(address) ?? []), ...(notice.match(address) ?? [])];
	const found = known[0] ?? named.find(candidate => !isOwn(candidate, mail));
	if (!found) return null;
	const others = [...new Set(known)].filter(other => other !== found);
	return [failureAt(after, found), ...others.map(other => failureAt(after, other))];
};
