import {cleanResponse} from '../clean.ts';
import {isMessage} from '../part/parse-parts.ts';
import type {BouncedMail} from './bounce.ts';
import {isPermanent} from './bounce-kind.ts';
import {
	addressesIn,
	isOwn,
	localRecipientsIn,
	type Named,
	recipientsIn,
} from './bounce-recipient.ts';
import {type ServerKind, serverKind, tellsOfFailure} from './bounce-sender.ts';
import {announces, bareOpenings, copyBegins, delayWords, failureOpenings} from './bounce-words.ts';
import {type Failure, type Failures, statusIn} from './delivery-status.ts';

/** The notice itself, without the copy of the mail that some servers append. */
const noticeOf = (text: string): string => text.slice(0, 20_000).split(copyBegins)[0] ?? '';

const smtpAnswer = /(?:^|[\s:"'(#])([45])\d\d[ :-]\S|\b[45]\.\d{1,3}\.\d{1,3}\b/u;
const bareCode = /^(?:status:\s*)?[<(]?[\w.-]*\s*\(?#?[\d.]+\)?[>)]?;?$/iu;

const isBareCode = (line: string): boolean => line.length < 200 && bareCode.test(line);

/** An address alone on its line, and where a server got it from. */
const onlyNames = /^[\s<("*•-]*\S+@\S+$|^\s*\((?:ultimately )?(?:expanded|generated) from\b/iu;

const blockFrom = (lines: readonly string[], start: number): readonly string[] => {
	const rest = lines.slice(start, start + 4);
	const end = rest.findIndex(line => line.trim() === '');
	return rest.slice(0, end < 0 ? rest.length : end);
};

const bare = (line: string): string =>
	line.trim().replace(/^(?:--?\s+|[;:>)\].]+\s*|diagnostic-code:\s*(?:[\w-]{1,20};)?\s*)/iu, '');

/** Of the mail that came back, as some servers list it. */
const ofTheCopy =
	/^\s*(?:subject|from|to|cc|date|sent(?: date)?|size|number of lines|message-?id|mail from|rcpt to|action|status|(?:final|original)-recipient|(?:reporting|remote)-mta|arrival-date)\b[^:\n]{0,20}:/iu;

/** The server's answer and the lines that go on with it; without one the first that say something. */
const reasonIn = (lines: readonly string[]): string => {
	const says = (line: string): boolean =>
		/\p{L}/u.test(line) &&
		!announces.test(bare(line)) &&
		!onlyNames.test(line) &&
		!ofTheCopy.test(line);
	const filled = lines.findIndex(says);
	const answered = lines.findIndex(line => smtpAnswer.test(line) && !isBareCode(bare(line)));
	const start = answered >= 0 ? answered : filled;
	if (start < 0) return '';
	return cleanResponse(
		blockFrom(lines, start)
			.map(bare)
			.join(' ')
			.replace(/^\(reason:\s*(.*)\)$/iu, '$1'),
	);
};

/** `Error: no valid recipients`, wherever it stands. */
const namedReason =
	/^[ \t]*(?:\p{L}{1,20} )?(?:error|reason|fehler|grund)(?: message)?:[ \t]*(\S.{0,300})$/imu;

const isAnswered = (notice: string): boolean =>
	notice.split('\n').some(line => smtpAnswer.test(line));

type Opening = {readonly at: number; readonly certain: boolean};

/** Where a notice of failure begins; a subject that says so needs a server's name or answer with it. */
const openingOf = (notice: string, mail: BouncedMail, kind: ServerKind): Opening | null => {
	const told = tellsOfFailure(mail);
	const firstOf = (patterns: readonly RegExp[]): number =>
		Math.min(...patterns.map(pattern => pattern.exec(notice)?.index ?? notice.length));
	const known = firstOf(failureOpenings);
	const copied = mail.attachments.some(({type}) => /rfc822/u.test(type));
	const certain = known < notice.length;
	if (certain && kind === 'nameless' && !told && !copied && !isAnswered(notice)) return null;
	const at = kind !== 'nameless' || told ? Math.min(known, firstOf([bareOpenings])) : known;
	if (at < notice.length) return {at: certain ? at : 0, certain};
	return told && (kind === 'daemon' || isAnswered(notice)) ? {at: 0, certain: true} : null;
};

/** The server's words before the address, where none come behind it: `Mailbox full: a@b.example`. */
const wordsBefore = (before: string): string =>
	/^[^(]*\p{L}{2}/u.test(before) && !ofTheCopy.test(before)
		? cleanResponse(before.trim().replace(/\W+$/u, ''))
		: '';

const failureOf = (
	{address, before, tail}: Named,
	{notice, alone}: {readonly notice: string; readonly alone: boolean},
): Failure => {
	const reason =
		reasonIn(tail.split('\n')) ||
		reasonIn(notice.split('\n').filter(isAnswered)) ||
		cleanResponse(namedReason.exec(notice)?.[1] ?? '') ||
		wordsBefore(before);
	const status = statusIn(reason) || statusIn(tail);
	const code = smtpAnswer.exec(reason)?.[1] ?? '';
	const said = `${before}\n${reason}\n${tail}`;
	// Without an answer it is the whole notice that tells how long the server has tried.
	const history = alone && status === '' && code === '' ? notice : said;
	return {address, status, reason, permanent: isPermanent({status, code, said, history})};
};

/** What the text of a report says of a recipient of whom its status part gives no reason. */
export const reasonInText = (address: string, text: string): string => {
	const notice = noticeOf(text);
	const at = notice.toLowerCase().indexOf(address.toLowerCase());
	if (at < 0 || address === '') return '';
	// What stands further down is a footer that some gateway appends to every mail.
	return reasonIn(
		notice
			.slice(at + address.length)
			.split('\n')
			.slice(0, 4),
	);
};

/**
 * Delivery failures in free text: Postfix, Exim, qmail, Sendmail, Gmail, Exchange, Notes and the large
 * providers. Only in mails of servers, since people quote such notices. `returned`: whom the mail that
 * came back was for.
 */
export const readBounceText = (mail: BouncedMail, returned: readonly string[]): Failures | null => {
	const kind = serverKind(mail);
	if (kind === null) return null;
	const notice = noticeOf(mail.text);
	const opening = openingOf(notice, mail, kind);
	if (opening === null || delayWords.test(notice)) return null;
	const known = addressesIn(mail.fields.first('x-failed-recipients') ?? '');
	const named = recipientsIn(notice, mail, {opening: opening.at, certain: opening.certain, known});
	const [only = '', ...more] = returned.filter(address => !isOwn(address, mail));
	const meant =
		only !== '' && more.length === 0
			? [{address: only, before: '', tail: notice.slice(opening.at)}]
			: localRecipientsIn(notice, mail);
	const found = named.length === 0 ? meant : named;
	const [first, ...others] = found.map(one => failureOf(one, {notice, alone: found.length === 1}));
	return first ? [first, ...others] : null;
};

/** A failure whose notice names nobody, but says which mail came back: it has its copy. */
export const readNamelessFailure = (mail: BouncedMail): Failures | null => {
	const kind = serverKind(mail);
	const notice = noticeOf(mail.text);
	const opening = kind === null ? null : openingOf(notice, mail, kind);
	// A status part would have named somebody: it tells of a delay.
	const copied =
		mail.attachments.some(isMessage) &&
		!mail.attachments.some(({type}) => type.endsWith('delivery-status'));
	if (!opening?.certain || !copied || delayWords.test(notice)) return null;
	return [
		failureOf({address: '', before: '', tail: notice.slice(opening.at)}, {notice, alone: true}),
	];
};
