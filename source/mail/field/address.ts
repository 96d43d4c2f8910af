import {parseAddressHeader} from 'mailparser';
import type {Address} from '../../domain/address.ts';
import {clean, cleanAddress, cleanLine, cutLine} from '../clean.ts';

/** More recipients than any person writes to; the raw mail has the rest. */
const maxAddresses = 1000;

const maxName = 300;

/** One `@` between two parts without white space; a quoted local part may hold anything (RFC 5321 §4.1.2). */
const addrSpec = /^(?:"[^"]+"|[^\s@<>"(),;:]+)@[^\s@<>"(),;:]+$/u;

const quotes = /^'(.*)'$/u;

/** What is not an address is shown as a name: nobody can be answered there. */
const addressOf = (name: string, address: string): Address => {
	const cleaned = cleanLine(address);
	const valid = addrSpec.test(cleaned)
		? cleaned.startsWith('"')
			? cleaned
			: cleanAddress(cleaned)
		: '';
	const shown = cleanLine(name).replace(quotes, '$1');
	return {name: cutLine(shown || (valid ? '' : cleaned), maxName), address: valid};
};

/** A quote that is never closed would swallow the address behind it. */
const withoutLoneQuote = (value: string): string =>
	((value.match(/(?<!\\)"/gu) ?? []).length & 1) === 1 ? value.replaceAll('"', '') : value;

/** Between an address in brackets and the next one with its name. */
const missingComma =
	/(<[^<>"@]+@[^<>"@]+>)\s+(?=(?:"[^"]{0,200}"\s*|[^<>,;:"()]{0,200})<[^<>\s]+@)/gu;

/** What none of these mistakes can do without. */
const odd = /"|recipients|<\s*(?:mailto:|smtp:|<)|(?:^|>)[^,;:<>]*>|>[^,;:<>]*</iu;

/**
 * What people's and programs' mistakes leave of a list: a scheme, doubled or lone brackets, quotes around
 * all of it, addresses without a comma between them, the remark of a server that took Bcc away. Sequences
 * for the terminal go first, because the parser drops their first byte alone.
 */
const soundList = (value: string): string => {
	const cleaned = clean(value);
	if (!odd.test(cleaned)) return cleaned;
	return withoutLoneQuote(cleaned)
		.replace(/^\s*(?:undisclosed|unlisted)[- ]recipients\s*:?[;\s]*(?:\([^()]*\))?\s*$/iu, '')
		.replace(/<\s*(?:mailto|smtp):/giu, '<')
		.replace(/^\s*"([^"<>]*<[^<>\s@]+@[^<>\s@]+>)"\s*$/u, '$1')
		.replace(/<\s*<([^<>]*)>\s*>/gu, '<$1>')
		.replace(/(^|>)([^<>]*)>/gu, '$1$2')
		.replace(missingComma, '$1, ');
};

type Entries = ReturnType<typeof parseAddressHeader>['value'];

const parse = (value: string): Entries =>
	parseAddressHeader(soundList(value), {flatten: true, decodePunycode: false}).value;

/** The same few addresses stand in most mails of a mailbox, above all its own. */
const lately = new Map<string, Entries>();
const maxLately = 500;
const longestKept = 200;

const entriesOf = (value: string): Entries => {
	if (value.length > longestKept) return parse(value);
	const known = lately.get(value);
	if (known) return known;
	const entries = parse(value);
	if (lately.size >= maxLately) lately.clear();
	lately.set(value, entries);
	return entries;
};

/**
 * The mailboxes of address fields (RFC 5322 §3.4); members of groups stand for their group. Entries
 * without a usable address keep their text as name.
 */
export const readAddresses = (values: readonly string[]): readonly Address[] =>
	values
		.flatMap(entriesOf)
		.slice(0, maxAddresses)
		.map(entry => addressOf(entry.name, entry.address ?? ''))
		.filter(entry => entry.name !== '' || entry.address !== '');

/** Those that can be answered. */
export const usableAddresses = (values: readonly string[]): readonly Address[] =>
	readAddresses(values).filter(entry => entry.address !== '');

/** RFC 6854 allows a group without members as an author, whose name is all there is to show. */
const groupName = (values: readonly string[]): string =>
	cutLine(
		cleanLine(
			/^\s*"?([^":<>@]+)"?\s*:\s*;?\s*$/u.exec((values[0] ?? '').slice(0, 1000))?.[1] ?? '',
		),
		maxName,
	);

/** The author: the first usable one, else the first shown one, else nobody. */
export const readAuthor = (values: readonly string[]): Address => {
	const all = readAddresses(values);
	const usable = all.find(entry => entry.address !== '') ?? all[0];
	return usable ?? {name: groupName(values), address: ''};
};
