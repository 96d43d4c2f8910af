import {addressKey} from '../../domain/address.ts';
import type {BouncedMail} from './bounce.ts';
import {daemonAddress} from './bounce-sender.ts';

const addresses = /[\w.!#$%&*+/=?^{|}~-]{1,128}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** X.400 and the Exchange of old put a type before it. */
const typed = /^(?:smtp|mailto)[=:]/iu;
/** Right before an address it is the sender's. */
const senderBefore =
	/(?<!\b(?:generated|expanded)\s)\b(?:from|sent by|von|sender:?|absender:?|return-path:)\s*<?$/iu;
/** Where a list or a sentence names the one it failed for, and not somebody to ask. */
const standsBefore =
	/(?:^[^\p{L}\p{N}]*|(?:\b(?:to|for|an|für|à|a|para|aan|user|userid|recipients?|address(?:es|ed)?|account|mailbox|attempts)|[:：])[\s<"'(,[]*)$/iu;

/** An address in a notice and how it is written: what stands before and behind it on its line. */
type Place = {
	readonly address: string;
	readonly before: string;
	readonly end: number;
	readonly shape: string;
};

const placesIn = (notice: string): readonly Place[] =>
	Array.from(notice.matchAll(addresses), found => {
		const {index} = found;
		const address = found[0].replace(typed, '');
		const before = notice.slice(notice.lastIndexOf('\n', index - 1) + 1, index);
		const end = index + found[0].length;
		const behind = /^[>)"'\]]*[:;,.]?/u.exec(notice.slice(end, end + 8))?.[0] ?? '';
		return {address, end, shape: `${before.trim()} ${behind}`, before};
	}).filter(({before, end}) => {
		const above =
			notice
				.slice(Math.max(0, end - 400), end)
				.split('\n')
				.at(-2) ?? '';
		return !senderBefore.test(
			before.trim() === '<' || before.trim() === '' ? above.trim() : before,
		);
	});

/** The sender's or the reader's own address, which is not the one that failed. */
export const isOwn = (found: string, mail: BouncedMail): boolean => {
	const key = addressKey(found);
	const own = [mail.from, ...mail.to].map(one => addressKey(one.address));
	return own.includes(key) || daemonAddress.test(found);
};

/** One failed recipient with what the notice says of it. */
export type Named = {readonly address: string; readonly before: string; readonly tail: string};

const tailOf = (notice: string, place: Place, next: Place | undefined): string =>
	notice
		.slice(place.end, next?.end === undefined ? undefined : next.end - next.address.length)
		.replace(/^[>)\]:;,'"]+/u, '')
		.replace(/^ on \w{3}, [^\n]*\d{4}[^\n]*\n/u, '');

/**
 * The recipients that a notice speaks of: the first address behind its opening, and those written in
 * the same way, as lists are. `known` are named in the header. Only where the notice is a `certain` one,
 * any other address will do.
 */
export const recipientsIn = (
	notice: string,
	mail: BouncedMail,
	{
		opening,
		certain,
		known,
	}: {
		readonly opening: number;
		readonly certain: boolean;
		readonly known: readonly string[];
	},
): readonly Named[] => {
	const places = placesIn(notice);
	if (known.length > 0) {
		return known.map(address => {
			const place = places.find(one => addressKey(one.address) === addressKey(address));
			const tail = place ? tailOf(notice, place, undefined) : notice.slice(opening);
			return {address, before: '', tail};
		});
	}
	const foreign = places.filter(({address}) => !isOwn(address, mail));
	const behind = foreign.filter(({end}) => end > opening);
	const standing = behind.find(({before}) => standsBefore.test(before));
	const first = standing ?? (certain ? (behind[0] ?? foreign[0]) : undefined);
	if (!first) return [];
	const alike = foreign.filter(({shape, end}) => shape === first.shape && end >= first.end);
	const seen = new Set<string>();
	const distinct = alike.filter(({address}) => {
		const key = addressKey(address);
		return !seen.has(key) && seen.add(key);
	});
	return distinct.slice(0, 100).map((place, at) => ({
		address: place.address,
		before: place.before,
		tail: tailOf(notice, place, distinct[at + 1]),
	}));
};

/** Above names without a domain: whom of its own users a provider means, as AOL writes it. */
const aboveNames =
	/(?:recipients?|users?|addresse?s?)\b[^\n]{0,200}\b(?:could ?n[o'’]t be|was not|were not|not) delivered\b[^\n]{0,400}:[ \t]*$|not delivered to the following[^\n]{0,100}:[ \t]*$/imu;

/** Recipients that a server names by the local part alone: its own, at the domain it writes from. */
export const localRecipientsIn = (notice: string, mail: BouncedMail): readonly Named[] => {
	const domain = mail.from.address.slice(mail.from.address.lastIndexOf('@') + 1);
	const above = aboveNames.exec(notice);
	if (!above || domain === '' || !daemonAddress.test(mail.from.address)) return [];
	const tail = notice.slice(
		notice.lastIndexOf('\n\n', above.index) + 1,
		above.index + above[0].length,
	);
	const lines = notice
		.slice(above.index + above[0].length)
		.split('\n')
		.slice(1, 100);
	const first = lines.findIndex(line => line.trim() !== '');
	const rest = first < 0 ? [] : lines.slice(first);
	const end = rest.findIndex(line => !/^\s*[\w.+-]{1,64}\s*$/u.test(line));
	return rest.slice(0, end < 0 ? rest.length : end).map(line => ({
		address: `${line.trim()}@${domain}`,
		before: '',
		tail,
	}));
};

/** Addresses in a field's text. */
export const addressesIn = (text: string): readonly string[] => [
	...new Set(text.match(addresses) ?? []),
];
