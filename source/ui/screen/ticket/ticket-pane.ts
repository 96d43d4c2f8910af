import {mergedInto} from '../../../domain/move/merged.ts';
import {textWidth} from '../../../domain/text/width.ts';
import {isStarred, type Ticket} from '../../../domain/ticket.ts';
import type {TextKey} from '../../../language/say.ts';
import {shortTime} from '../../../language/when.ts';
import {truncate} from '../../look/width.ts';
import {agentInitials} from '../../part/agent-name.ts';
import {bothEnds, fitLine, type Line, span} from '../../part/line.ts';
import {dotted, keyOf, type Look, rule} from '../../part/look.ts';
import {shortNumber} from '../../part/number.ts';
import {shapeOf} from '../../state/geometry.ts';
import type {State, TicketState} from '../../state/state.ts';
import {ticketLines} from '../../state/ticket-lines.ts';
import {entryLine} from './entry-line.ts';
import {historyLine} from './history-line.ts';

type Place = {
	readonly state: State;
	readonly look: Look;
	readonly width: number;
	readonly height: number;
};

const flags = (ticket: Ticket, {say, glyphs}: Look, me: string): readonly string[] => [
	isStarred(ticket, me) ? glyphs.star : '',
	ticket.prio ? say('field.prio') : '',
	ticket.personal === null ? '' : say('field.personal'),
	ticket.private === null ? '' : say('field.private'),
];

/** First line: number and subject; at the end status, assignee, queue. */
const subjectLine = (view: TicketState, ticket: Ticket, {state, look, width}: Place): Line => {
	const {say, glyphs} = look;
	// Where there is hardly room for the subject, the number is short and the queue is left out.
	const isNarrow = width < 60;
	const facts = [
		say(`status.${width < 70 ? 'short.' : ''}${ticket.status}` as TextKey),
		...flags(ticket, look, state.me?.agent.login ?? ''),
		agentInitials(state, ticket.assignee),
		isNarrow ? '' : (ticket.queue ?? ''),
	];
	return bothEnds({
		left: [
			span(` ${isNarrow ? shortNumber(view.number, state.now) : view.number} `, 'faint'),
			span(ticket.subject || say('word.noSubject'), 'accent'),
		],
		right: [span(` ${dotted(look, facts)} `, 'faint')],
		width,
		ellipsis: glyphs.ellipsis,
	});
};

const others = (state: State, number: string, {say}: Look): string => {
	const presence = state.presence.get(number);
	if (presence === undefined) return '';
	if (presence.writing.length > 0)
		return say('ticket.writing', {names: presence.writing.join(', ')});
	return presence.viewing.length === 0
		? ''
		: say('ticket.viewing', {names: presence.viewing.join(', ')});
};

const draftNote = (ticket: Ticket, state: State, look: Look): string => {
	const draft = ticket.drafts.findLast(one => one.agent === state.me?.agent.login);
	if (draft === undefined || state.composer !== null) return '';
	const key = keyOf(look, draft.kind === 'comment' ? 'comment' : 'reply');
	return look.say('ticket.draft', {
		time: shortTime(draft.updatedAt, state.now, look.say.language),
		key,
	});
};

/** Second line: who, how much; colleagues and one's own draft are the more important. */
const peopleLine = (ticket: Ticket, {state, look, width}: Place): Line => {
	const {say} = look;
	const {name, address} = ticket.requester;
	const into = mergedInto(ticket);
	const urgent = [
		into === null ? '' : say('ticket.mergedInto', {number: into}),
		others(state, ticket.number, look),
		draftNote(ticket, state, look),
	];
	const facts = [
		name === '' ? address : `${name} <${address}>`,
		say('count.messages', {n: ticket.messages.length}),
		into !== null || ticket.links.length === 0 ? '' : say('ticket.links', {n: ticket.links.length}),
	];
	return bothEnds({
		left: [span(` ${dotted(look, facts)}`)],
		right: [span(` ${dotted(look, urgent)} `, 'warn')],
		width,
		ellipsis: look.glyphs.ellipsis,
	});
};

/** The rule below: when the ticket comes back and its tags, which beside a long address nobody saw. */
const tagRule = (ticket: Ticket, title: string, {state, look, width}: Place): Line => {
	const {say, glyphs} = look;
	const facts = [
		title,
		ticket.snoozedUntil === null
			? ''
			: say('ticket.snoozed', {time: shortTime(ticket.snoozedUntil, state.now, say.language)}),
		ticket.tags.length === 0 ? '' : say('ticket.tags', {tags: ticket.tags.join(' ')}),
	];
	const isFocused = state.pane === 'ticket' && shapeOf(state.size) === 'split';
	const line = rule(look, width, truncate(dotted(look, facts), width - 5, glyphs.ellipsis));
	return isFocused ? line.map(({text}) => span(text, 'accent')) : line;
};

const waiting = (view: TicketState, {look, width, height}: Place): readonly Line[] => {
	const text =
		view.problem === null
			? look.say('empty.loading')
			: look.say(`problem.${view.problem.name}.what` as TextKey, view.problem.details);
	return Array.from({length: height}, (_, index) =>
		fitLine(index === 3 ? [span(`   ${text}`, 'faint')] : [], width, look.glyphs.ellipsis),
	);
};

const conversation = (view: TicketState, place: Place, height: number): readonly Line[] => {
	const found = ticketLines(view, place.width);
	const {state, look} = place;
	const times = (found?.entries ?? []).map(entry =>
		textWidth(shortTime(entry.at, state.now, look.say.language)),
	);
	const timeWidth = Math.max(9, ...times) + 1;
	return Array.from({length: height}, (_, index) => {
		const line = found?.lines[view.top + index];
		const entry = line === undefined ? undefined : found?.entries[line.entry];
		return line === undefined || entry === undefined
			? fitLine([], place.width, '')
			: entryLine(line, entry, {...place, timeWidth});
	});
};

/** The pane of a ticket: two lines about it, and the conversation or its history below. */
export const ticketPane = (view: TicketState, place: Place): readonly Line[] => {
	const {ticket} = view;
	const {look, height} = place;
	if (ticket === null) return waiting(view, place);
	const isHistory = view.view === 'history';
	const title = isHistory ? look.say('verb.history') : '';
	const below = Math.max(0, height - 3);
	return [
		subjectLine(view, ticket, place),
		peopleLine(ticket, place),
		tagRule(ticket, title, place),
		...(isHistory
			? Array.from({length: below}, (_, index) => historyLine(ticket, view.top + index, place))
			: conversation(view, place, below)),
	].slice(0, height);
};
