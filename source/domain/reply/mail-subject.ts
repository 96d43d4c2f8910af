/** `Re:` and its relatives in the languages of our mail, also counted (`Re[2]:`) and full-width (`：`). */
const answerOrForward =
	/^\s*(?:re|aw|antw|antwort|sv|vs|rif|odp|ynt|fwd?|wg|weiterl|tr|rv)\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]\s*/iu;

const withoutNumber = (subject: string, number: string): string =>
	subject
		.replaceAll(new RegExp(`[[(]?(?:ticket\\s*)?[#＃]${number}(?!\\d)[\\])]?`, 'giu'), ' ')
		.replace(/\s+/gu, ' ')
		.trim();

/** The subject without any `Re:`, `AW:`, `Fwd:` in front, and without the mark of this ticket. */
export const bareSubject = (subject: string, number: string): string => {
	let rest = withoutNumber(subject, number);
	while (answerOrForward.test(rest)) rest = rest.replace(answerOrForward, '');
	return rest.trim();
};

const marked = (prefix: string, subject: string, number: string): string =>
	`${prefix} ${bareSubject(subject, number)} [#${number}]`.replace(/\s+/gu, ' ');

/** The subject of a mail; that of its ticket where the mail has none beside `Re:` and the number. */
export const spokenSubject = (
	mail: {readonly subject: string} | null,
	ticket: {readonly subject: string; readonly number: string},
): string => (mail && bareSubject(mail.subject, ticket.number) ? mail.subject : ticket.subject);

/** `Re:` once, the subject, `[#number]` once. */
export const answerSubject = (subject: string, number: string): string =>
	marked('Re:', subject, number);

/** The subject of a forwarded mail: `Fwd:` and the number once each. */
export const forwardSubject = (subject: string, number: string): string =>
	marked('Fwd:', subject, number);

/** The subject as typed, with the ticket's number when it is not in it: outgoing mail always carries it. */
export const numberedSubject = (subject: string, number: string): string =>
	new RegExp(`[#＃]${number}(?!\\d)`, 'u').test(subject)
		? subject
		: `${subject.trim()} [#${number}]`.trim();
