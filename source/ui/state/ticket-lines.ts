import {conversationOf, type Entry, openAtFirst} from '../../domain/conversation.ts';
import type {Message} from '../../domain/message.ts';
import {isProblemName} from '../../domain/problem.ts';
import {quoteSegments, type Segment} from '../../domain/quote.ts';
import {openedText, type Seal} from '../../domain/receive/seal.ts';
import {drawnText} from '../../domain/text/width.ts';
import {wrapLine} from '../../domain/text/wrap.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {TicketState} from './state.ts';

/** One line of a conversation, not yet in words or colours. */
export type TicketLine = {readonly entry: number} & (
	| {readonly kind: 'head'; readonly open: boolean}
	| {readonly kind: Segment['kind']; readonly text: string}
	| {readonly kind: 'folded-quote'; readonly count: number}
	| {readonly kind: 'note'; readonly note: string}
	| {readonly kind: 'seal'; readonly seal: Seal | null}
	/** The part of the server's words on why a mail did not get out. */
	| {readonly kind: 'why'; readonly text: string}
	| {readonly kind: 'files' | 'state' | 'reason' | 'remedy' | 'outbox' | 'bounce' | 'blank'}
);

export type TicketLines = {
	readonly entries: readonly Entry[];
	readonly lines: readonly TicketLine[];
	/** Line of each entry's head. */
	readonly heads: readonly number[];
};

type Placed = Pick<TicketState, 'quotes' | 'seals'> & {
	readonly entry: number;
	readonly width: number;
};

const wrapped = (text: string, width: number): readonly string[] =>
	wrapLine(text, width + 1).map(({start, end}) => drawnText(text.slice(start, end)).trimEnd());

const isBlank = (line: string): boolean => line.trim() === '';

const segmentLines = (segment: Segment, {entry, width, quotes}: Placed): readonly TicketLine[] => {
	const count = segment.lines.filter(line => !isBlank(line)).length;
	if (segment.kind === 'quote' && !quotes)
		return count === 0 ? [] : [{entry, kind: 'folded-quote', count}];
	return segment.lines.flatMap(line =>
		wrapped(line, width).map(text => ({entry, kind: segment.kind, text})),
	);
};

const textLines = (text: string, placed: Placed): readonly TicketLine[] =>
	quoteSegments(text.trimEnd()).flatMap(segment => segmentLines(segment, placed));

/** What became of a mail that has not simply been sent: its state, why, and what to do about it. */
const stateLines = (message: Message, {entry, width}: Placed): readonly TicketLine[] => {
	const {direction, state, delivery} = message;
	if (direction !== 'out' || state === 'sent') return [];
	const {error = null} = delivery ?? {};
	const isOurs = error !== null && (isProblemName(error.code) || error.text === '');
	const why = isOurs ? '' : (error?.text ?? '');
	return [
		{entry, kind: 'state'},
		...(isOurs ? [{entry, kind: 'reason'} as const] : []),
		...(why === '' ? [] : wrapped(why, width).map(text => ({entry, kind: 'why' as const, text}))),
		...(error === null ? [] : [{entry, kind: 'remedy'} as const, {entry, kind: 'outbox'} as const]),
	];
};

const messageLines = (message: Message, placed: Placed): readonly TicketLine[] => {
	const {entry} = placed;
	const seal = placed.seals.get(message.id);
	const opened = seal ? openedText(seal) : null;
	return [
		...message.notes.map(note => ({entry, kind: 'note' as const, note})),
		...(message.bounce === null ? [] : [{entry, kind: 'bounce' as const}]),
		...(seal === undefined ? [] : [{entry, kind: 'seal' as const, seal}]),
		...textLines(opened ?? message.text, placed),
		...(message.attachments.length > 0 ? [{entry, kind: 'files' as const}] : []),
		...stateLines(message, placed),
	];
};

const bodyLines = (entry: Entry, placed: Placed): readonly TicketLine[] =>
	entry.kind === 'comment'
		? textLines(entry.comment.text, placed)
		: messageLines(entry.message, placed);

const layOut = (view: TicketState, ticket: Ticket, width: number): TicketLines => {
	const entries = conversationOf(ticket);
	const first = openAtFirst(entries);
	const lines: TicketLine[] = [];
	const heads: number[] = [];
	for (const [index, entry] of entries.entries()) {
		heads.push(lines.length);
		const open = first.has(entry.id) !== view.toggled.has(entry.id);
		lines.push({entry: index, kind: 'head', open});
		if (!open) continue;
		const placed = {
			entry: index,
			width: Math.max(10, width - 4),
			quotes: view.quotes,
			seals: view.seals,
		};
		for (const line of bodyLines(entry, placed)) lines.push(line);
		if (index < entries.length - 1) lines.push({entry: index, kind: 'blank'});
	}
	return {entries, lines, heads};
};

const known = new WeakMap<Ticket, {readonly key: string; readonly found: TicketLines}>();

/** The lines of a ticket at a width. The last layout of each ticket is kept. */
export const ticketLines = (view: TicketState, width: number): TicketLines | null => {
	const {ticket} = view;
	if (ticket === null) return null;
	const seals = [...view.seals].map(([id, seal]) => `${id}=${seal?.state}`);
	const key = [width, view.quotes, ...view.toggled, ...seals].join(' ');
	const last = known.get(ticket);
	if (last?.key === key) return last.found;
	const found = layOut(view, ticket, width);
	known.set(ticket, {key, found});
	return found;
};
