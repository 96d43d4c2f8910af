import type {Push} from '../../desk/desk.ts';
import {openAtFirst, toggled as toggledIn} from '../../domain/conversation.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Distance, UiEvent} from './event.ts';
import {ticketRows, ticketWidth} from './geometry.ts';
import type {Pane, State, TicketState} from './state.ts';
import {type TicketLines, ticketLines} from './ticket-lines.ts';

const newTicket = (number: string, opened: boolean): TicketState => ({
	number,
	ticket: null,
	problem: null,
	opened,
	view: 'conversation',
	current: -1,
	toggled: new Set(),
	quotes: false,
	seals: new Map(),
	top: 0,
	search: '',
	stale: false,
});

const layoutOf = (state: State, view: TicketState): TicketLines | null =>
	ticketLines(view, ticketWidth(state.size));

const lineCount = (state: State, view: TicketState): number =>
	view.view === 'history'
		? (view.ticket?.history.length ?? 0)
		: (layoutOf(state, view)?.lines.length ?? 0);

const withTop = (state: State, view: TicketState, top: number): State => {
	const last = Math.max(0, lineCount(state, view) - ticketRows(state));
	return {...state, ticket: {...view, top: Math.max(0, Math.min(last, top))}};
};

/** The entry stands in view, with up to three lines of what came before it. */
const showEntry = (state: State, view: TicketState, current: number): State => {
	const head = layoutOf(state, view)?.heads[current] ?? 0;
	return withTop(state, {...view, current}, Math.max(0, head - 3));
};

const opened = (state: State, number: string, pane: Pane): State => {
	const isOpened = pane === 'ticket';
	const ticket =
		state.ticket?.number === number
			? {...state.ticket, opened: isOpened}
			: newTicket(number, isOpened);
	return {...state, pane, ticket};
};

const came = (state: State, ticket: Ticket): State => {
	const view = state.ticket;
	if (view?.number !== ticket.number) return state;
	const next = {...view, ticket, problem: null};
	const count = ticket.messages.length + ticket.comments.length;
	const before = view.ticket;
	const isFirst = before === null;
	const isNews =
		!isFirst && count > before.messages.length + before.comments.length && view.current >= 0;
	if (isFirst || isNews) return showEntry(state, next, count - 1);
	return withTop(state, {...next, current: Math.min(view.current, count - 1)}, view.top);
};

const scrolled = (state: State, view: TicketState, distance: Distance): State => {
	if ('to' in distance)
		return withTop(state, view, distance.to === 'first' ? 0 : Number.MAX_SAFE_INTEGER);
	const by = 'by' in distance ? distance.by : Math.trunc(distance.pages * ticketRows(state));
	return withTop(state, view, view.top + by);
};

const toggledFold = (state: State, view: TicketState): State => {
	const entry = layoutOf(state, view)?.entries[view.current];
	if (entry === undefined) return state;
	const next = {...view, toggled: toggledIn(view.toggled, entry.id)};
	const head = layoutOf(state, next)?.heads[view.current] ?? 0;
	const isOut = head < view.top || head >= view.top + ticketRows(state);
	return withTop(state, next, isOut ? head : view.top);
};

/** The folds with every entry open that holds the text. */
const openedFor = (view: TicketState, {entries}: TicketLines, wanted: string) => {
	const first = openAtFirst(entries);
	const toggled = new Set(view.toggled);
	for (const entry of entries) {
		const body = entry.kind === 'comment' ? entry.comment.text : entry.message.text;
		if (!body.toLowerCase().includes(wanted)) continue;
		if (first.has(entry.id)) toggled.delete(entry.id);
		else toggled.add(entry.id);
	}
	return toggled;
};

/** Opens every entry that holds the text and goes to the first place below the present top. */
const searched = (state: State, view: TicketState, text: string): State => {
	const wanted = text.toLowerCase();
	const layout = layoutOf(state, view);
	if (layout === null || wanted === '') return {...state, ticket: {...view, search: text}};
	const toggled = openedFor(view, layout, wanted);
	const next = {...view, toggled, search: text, quotes: true};
	const lines = layoutOf(state, next)?.lines ?? [];
	const matches = lines.flatMap((line, index) =>
		'text' in line && line.text.toLowerCase().includes(wanted) ? [index] : [],
	);
	const isAgain = view.search === text;
	const found = matches.find(index => index > view.top + (isAgain ? 2 : -1)) ?? matches[0];
	if (found === undefined) return {...state, ticket: next};
	return withTop(state, {...next, current: lines[found]?.entry ?? next.current}, found - 2);
};

const reduceView = (state: State, view: TicketState, event: UiEvent): State => {
	switch (event.type) {
		case 'ticket-came':
			return came(state, event.ticket);
		case 'ticket-asking':
			return view.stale ? {...state, ticket: {...view, stale: false}} : state;
		case 'ticket-failed':
			return view.number === event.number
				? {...state, ticket: {...view, problem: event.problem, stale: false}}
				: state;
		case 'ticket-scrolled':
			return scrolled(state, view, event.distance);
		case 'message-moved': {
			const count = layoutOf(state, view)?.entries.length ?? 0;
			return showEntry(state, view, Math.max(0, Math.min(count - 1, view.current + event.by)));
		}
		case 'fold-toggled':
			return toggledFold(state, view);
		case 'quotes-toggled':
			return withTop(state, {...view, quotes: !view.quotes}, view.top);
		case 'history-toggled': {
			const isHistory = view.view === 'history';
			const next = {...view, view: isHistory ? ('conversation' as const) : ('history' as const)};
			return isHistory ? showEntry(state, next, view.current) : withTop(state, next, 0);
		}
		case 'seal-checked': {
			const seals = new Map(view.seals).set(event.message, event.seal);
			return withTop(state, {...view, seals}, view.top);
		}
		case 'ticket-searched':
			return searched(state, view, event.text);
		case 'resized':
			return withTop(state, view, view.top);
		default:
			return state;
	}
};

/** Pushes that tell that the ticket on the screen is not the newest any more. */
const reducePush = (state: State, view: TicketState, push: Push): State => {
	const isNewer =
		push.kind === 'ticket' &&
		push.number === view.number &&
		push.revision > (view.ticket?.revision ?? 0);
	const isBack = push.kind === 'connection' && push.state === 'back';
	const isOut = push.kind === 'outbox' && push.number === view.number;
	return isNewer || isBack || isOut ? {...state, ticket: {...view, stale: true}} : state;
};

/** Which ticket is shown, and how much of it. */
export const reduceTicket = (state: State, event: UiEvent): State => {
	if (event.type === 'ticket-opened') return opened(state, event.number, event.pane);
	if (event.type === 'ticket-closed') return {...state, ticket: null, pane: 'list'};
	if (event.type === 'pane-changed') return {...state, pane: event.pane};
	if (state.ticket === null) return state;
	return event.type === 'pushed'
		? reducePush(state, state.ticket, event.push)
		: reduceView(state, state.ticket, event);
};
