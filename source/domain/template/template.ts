import type {Account} from '../account/account.ts';
import type {Agent} from '../agent.ts';
import {quoteSegments} from '../quote.ts';
import type {Ticket} from '../ticket.ts';

/** What goes into a template, by the upper-case name of the variable. */
export type TemplateValues = Readonly<Record<string, string>>;

export type Filled = {
	readonly text: string;
	/** Variables that nothing is known for, as they stand in the text, once each. */
	readonly unknown: readonly string[];
};

/**
 * Words that variables put into mails. They are the mail's words, so they follow the variable and
 * the template, never the language of the screen.
 */
const mailWords = {
	de: {salutation: 'Guten Tag', closing: 'Mit freundlichen Grüßen'},
	en: {salutation: 'Hello', closing: 'Kind regards'},
} as const;

/** German names and their English twins. */
export const templateVariables = [
	'NAME',
	'ANREDE',
	'SALUTATION',
	'GRUSSWORT',
	'CLOSING',
	'MITARBEITER',
	'AGENT',
	'TICKET',
	'BETREFF',
	'SUBJECT',
] as const;

/** A word in braces. `${HOME}` and `{{mustache}}` are other people's variables. */
const braced = /(?<![$\\{])\{(\p{L}[\p{L}\p{N}_]{0,31})\}(?!\})/gu;

const known: ReadonlySet<string> = new Set(templateVariables);

/** One of ours in any case, or a word that is written like one: `{id}` in a path is none. */
const isVariable = (name: string): boolean =>
	known.has(name.toUpperCase()) || /^\p{Lu}/u.test(name);

/** The variables that a text still holds, as they are written, once each. */
export const variablesIn = (text: string): readonly string[] => [
	...new Set(
		[...text.matchAll(braced)].filter(([, name = '']) => isVariable(name)).map(([whole]) => whole),
	),
];

/** The variables of a text that have no meaning anywhere, as they are written. */
export const unknownVariables = (text: string): readonly string[] =>
	variablesIn(text).filter(variable => !known.has(variable.slice(1, -1).toUpperCase()));

/** Whether a subject names its ticket so that answers find it: `#{TICKET}`. */
export const namesTicket = (subject: string): boolean => /#\{ticket\}/iu.test(subject);

/** Fills the variables, ignoring case. What has no value stays as it is and is named. */
export const fillTemplate = (text: string, values: TemplateValues): Filled => {
	const filled = text.replaceAll(braced, (whole, name: string) => {
		const key = name.toUpperCase();
		return Object.hasOwn(values, key) ? (values[key] ?? whole) : whole;
	});
	const unknown = variablesIn(text).filter(
		variable => !Object.hasOwn(values, variable.slice(1, -1).toUpperCase()),
	);
	return {text: filled, unknown};
};

/** Variables in what we wrote ourselves; quoted mail is the customer's and may hold any braces. */
export const unfilledIn = (text: string): readonly string[] =>
	variablesIn(
		quoteSegments(text)
			.filter(segment => segment.kind !== 'quote')
			.flatMap(segment => segment.lines)
			.join('\n'),
	);

const greeting = (words: string, name: string): string =>
	name === '' ? words : `${words} ${name}`;

/** What the variables mean on a ticket. Without an agent (automatic mail) the account signs. */
export const templateValues = ({
	ticket,
	agent,
	account,
}: {
	readonly ticket: Pick<Ticket, 'number' | 'subject' | 'requester'>;
	readonly agent: Pick<Agent, 'name'> | null;
	readonly account: Pick<Account, 'name' | 'address'> | null;
}): TemplateValues => {
	const name = ticket.requester.name.trim();
	const signer = agent?.name ?? (account?.name || account?.address) ?? '';
	return {
		NAME: name || ticket.requester.address,
		ANREDE: greeting(mailWords.de.salutation, name),
		SALUTATION: greeting(mailWords.en.salutation, name),
		GRUSSWORT: mailWords.de.closing,
		CLOSING: mailWords.en.closing,
		MITARBEITER: signer,
		AGENT: signer,
		TICKET: ticket.number,
		BETREFF: ticket.subject,
		SUBJECT: ticket.subject,
	};
};

/** Whether a template closes by itself: then the agent's own closing words would be one too many. */
export const hasClosing = (text: string): boolean => /\{(?:grusswort|closing)\}/iu.test(text);
