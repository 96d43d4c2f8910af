import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Message} from '../../source/domain/message.ts';
import {statusNames} from '../../source/domain/status.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import {formatNumber} from '../../source/domain/ticket-number.ts';
import {ticketPath} from '../../source/store/layout.ts';
import {aMessage, aTicket} from '../domain/sample.ts';

const firstNames = ['Anna', 'Bernd', 'Cem', 'Dörte', 'Emil', 'Frauke', 'Grit', 'Hüseyin'];
const lastNames = ['Müller', 'Stadler', 'Groß', 'Özdemir', 'Lohse', 'Kessler', 'Quade', 'Thamm'];
const things = ['Waage', 'Rechnung', 'Lieferung', 'Netzteil', 'Logger', 'Angebot', 'Anzeige'];
const troubles = ['fehlt', 'ist dunkel', 'kam doppelt', 'stimmt nicht', 'verliert WLAN', 'klemmt'];
const syllables = [
	'ver',
	'trag',
	'ge',
	'lie',
	'fer',
	'ung',
	'bau',
	'teil',
	'an',
	'zei',
	'ge',
	'kal',
];

/** Small and fast, the same numbers for the same seed (mulberry32). */
const randomOf = (seed: number): (() => number) => {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

type Dice = {
	readonly pick: <T>(items: readonly T[]) => T;
	readonly below: (limit: number) => number;
};

const diceOf = (seed: number): Dice => {
	const random = randomOf(seed);
	const below = (limit: number): number => Math.floor(random() * limit);
	return {below, pick: items => items[below(items.length)] as (typeof items)[number]};
};

const textOf = ({below, pick}: Dice, words: number): string =>
	Array.from({length: words}, (_, index) => {
		const word = Array.from({length: 1 + below(3)}, () => pick(syllables)).join('');
		return index % 12 === 11 ? `${word}.\n` : `${word} `;
	}).join('');

const messageOf = (
	dice: Dice,
	given: {readonly number: string; readonly index: number; readonly ticket: Ticket},
): Message => {
	const {number, index, ticket} = given;
	const out = index % 2 === 1;
	const text = textOf(dice, 60 + dice.below(240));
	const desk = {name: 'Support', address: 'support@firma.example'};
	return aMessage({
		id: `m${index}`,
		direction: out ? 'out' : 'in',
		state: out ? 'sent' : 'received',
		from: out ? desk : ticket.requester,
		to: [out ? ticket.requester : desk],
		subject: ticket.subject,
		date: ticket.createdAt,
		receivedAt: ticket.createdAt,
		messageId: `<${number}.${index}@kunde.example>`,
		inReplyTo: index > 0 ? `<${number}.${index - 1}@kunde.example>` : null,
		references: Array.from({length: index}, (_, each) => `<${number}.${each}@kunde.example>`),
		text,
		replyText: text.slice(0, 400),
		origin: out
			? null
			: {
					account: 'support',
					identity: `${number}${index}`.padStart(64, '0'),
					place: {folder: 'INBOX', uidValidity: '1', uid: Number(number.slice(4)) * 10 + index},
				},
		author: out ? 'anna' : null,
	});
};

const ticketOf = (dice: Dice, number: string, at: string): Ticket => {
	const name = `${dice.pick(firstNames)} ${dice.pick(lastNames)}`;
	const bare = aTicket({
		number,
		revision: 1 + dice.below(9),
		subject: `${dice.pick(things)} ${dice.pick(troubles)}`,
		status: dice.below(10) < 7 ? 'completed' : dice.pick(statusNames),
		requester: {name, address: `kunde${dice.below(5000)}@kunde.example`},
		account: null,
		prio: dice.below(20) === 0,
		tags: dice.below(5) === 0 ? [dice.pick(things)] : [],
		unread: dice.below(8) === 0,
		createdAt: at,
		updatedAt: at,
		waitingSince: dice.below(2) === 0 ? at : null,
		messages: [],
		history: [{at, by: 'raute', what: 'created'}],
	});
	const count = 1 + dice.below(9);
	const messages = Array.from({length: count}, (_, index) =>
		messageOf(dice, {number, index, ticket: bare}),
	);
	return {...bare, messages};
};

const perDay = 140;
const dayMs = 86_400_000;

/**
 * Writes `count` synthetic ticket documents (five messages on average, some 11 kB) straight into a
 * data folder, 140 a day up to 23 November 2026. The same seed gives the same tickets. Nothing is
 * synced: it is for benchmarks and screens full of rows, with the store closed.
 */
export const makeTickets = (options: {
	readonly folder: string;
	readonly count: number;
	readonly seed: number;
}): readonly string[] => {
	const {folder, count, seed} = options;
	const dice = diceOf(seed);
	const first = Date.UTC(2026, 10, 23, 7) - (Math.ceil(count / perDay) - 1) * dayMs;
	const made = new Set<string>();
	return Array.from({length: count}, (_, index) => {
		const at = new Date(first + Math.floor(index / perDay) * dayMs + (index % perDay) * 300_000);
		const day = at.toISOString().slice(0, 10).replaceAll('-', '');
		const number = formatNumber(day, (index % perDay) + 1);
		const path = join(folder, ticketPath(number));
		const month = path.slice(0, path.lastIndexOf('/'));
		if (!made.has(month)) mkdirSync(month, {recursive: true, mode: 0o700});
		made.add(month);
		writeFileSync(path, JSON.stringify(ticketOf(dice, number, at.toISOString())), {mode: 0o600});
		return number;
	});
};
