import {automaticReason} from './automatic.ts';
import type {BouncedMail} from './bounce.ts';
import {answerPrefix, failureSubject} from './bounce-words.ts';

export const daemonAddress =
	/^"?(?:mailer-?daemon|ndr(?=@)|post[-_]?master|microsoftexchange\w+|mail[-._]?delivery|mdaemon|system[-._ ]administrator|[\w.]*(?:mail|smtp)_?(?:service|gateways?))[\w.-]*"?@/iu;
const daemonName =
	/^(?:mailer-daemon|mailer daemon|post[-_ ]?master|mail delivery|mail deliver system|mail daemon|mail administrator|system administrator|microsoft outlook|internet mail delivery)/iu;

/** A subject that tells of a failure, and not one of an answer to it. */
export const tellsOfFailure = ({fields}: BouncedMail): boolean => {
	const subject = fields.subject;
	return failureSubject.test(subject) && !answerPrefix.test(subject);
};

const answersItself = ({fields}: BouncedMail): boolean =>
	fields.all('auto-submitted').some(value => /^\s*auto-replied\b/iu.test(value));

/** The first words of Exim's notices, under whatever name it sends them. */
const createdByItself = /^this message was created automatically by (?:the )?mail/iu;

export type ServerKind = 'daemon' | 'report' | 'nameless';

/**
 * What speaks for a mail server as the sender: its name, a report, or no way back. Null for others: people
 * quote such notices, and a shop writes of parcels which could not be delivered.
 */
export const serverKind = (mail: BouncedMail): ServerKind | null => {
	const {fields, from} = mail;
	if (fields.first('x-failed-recipients') !== null) return 'daemon';
	if (daemonAddress.test(from.address) || daemonName.test(from.name)) return 'daemon';
	const reason = automaticReason(fields, from);
	if (reason === 'report') return 'report';
	if (reason === null && createdByItself.test(mail.text) && tellsOfFailure(mail)) return 'nameless';
	// Absence notices have no way back either, and name somebody else to write to.
	if (reason === 'null-return-path') return answersItself(mail) ? null : 'nameless';
	return reason !== null && reason !== 'sender-name' && tellsOfFailure(mail) ? 'nameless' : null;
};
