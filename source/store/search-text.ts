import type {Address} from '../domain/address.ts';
import type {Ticket} from '../domain/ticket.ts';

const folds: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss'};

/**
 * The form in which texts and questions are compared: lower case, composed, German letters in their
 * two-letter spelling, so that `Müller` finds `Mueller` and the other way round. Other diacritics
 * are left to the tokenizer.
 */
export const foldWords = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[äöüß]/gu, letter => folds[letter] ?? letter);

const person = (address: Address): string => `${address.name} ${address.address}`;

/** Everything of a ticket that full text search looks at, folded. */
export const searchText = (ticket: Ticket): string =>
	foldWords(
		[
			ticket.number,
			ticket.subject,
			person(ticket.requester),
			ticket.tags.join(' '),
			...ticket.messages.flatMap(message => [
				person(message.from),
				...message.to.map(person),
				...message.cc.map(person),
				message.subject,
				message.text,
				...message.attachments.map(attachment => attachment.name),
			]),
			...ticket.comments.map(comment => comment.text),
		].join('\n'),
	);

/** Whether two versions of a ticket read the same to the search. Compares references, not texts. */
export const sameSearchText = (a: Ticket, b: Ticket): boolean =>
	a.subject === b.subject &&
	a.requester === b.requester &&
	a.tags === b.tags &&
	a.messages === b.messages &&
	a.comments === b.comments;

const word = /"([^"]+)"?|[^\s"]+/gu;

/**
 * The FTS5 question for what somebody typed: every word must occur, as the beginning of a word;
 * a text in quotes must occur as it stands. Empty when there is nothing to look for.
 */
export const searchQuestion = (typed: string): string =>
	[...foldWords(typed).matchAll(word)]
		.filter(([found]) => /[\p{L}\p{N}]/u.test(found))
		.map(([found, phrase]) => (phrase === undefined ? `"${found}"*` : `"${phrase}"`))
		.join(' ');
