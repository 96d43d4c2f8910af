import {shapeOf} from '../state/geometry.ts';
import type {State} from '../state/state.ts';
import type {EffectContext} from './context.ts';
import {performSteps} from './perform.ts';

type Part = Pick<EffectContext, 'desk' | 'store' | 'newId'>;

/** The cursor rests so long before the ticket beside the list follows it. */
const followMilliseconds = 60;

/** Fetches the ticket on the screen, and again when the desk has a newer one. */
const watchContent = ({desk, store}: Part): (() => void) => {
	let asking = '';
	const ask = async () => {
		const view = store.state().ticket;
		const isOut = store.state().desk.connection === 'lost';
		if (view === null || isOut || view.number === asking) return;
		if (!view.stale && (view.ticket !== null || view.problem !== null)) return;
		const {number} = view;
		asking = number;
		store.dispatch({type: 'ticket-asking', number});
		const answer = await desk.ticket(number);
		asking = '';
		if (answer.ok) store.dispatch({type: 'ticket-came', ticket: answer.value});
		else store.dispatch({type: 'ticket-failed', number, problem: answer.problem});
		void ask();
	};
	return store.subscribe(() => void ask());
};

/** Beside a list that was found to be empty. */
const nothing = '';

/** What the ticket beside the list should be, null where it may stay as it is. */
const follows = ({list, pane, ticket, composer, size}: State): string | null => {
	if (shapeOf(size) !== 'split' || pane !== 'list' || composer !== null) return null;
	if (list.loaded && list.total === 0) return ticket === null ? null : nothing;
	return list.cursorNumber === ticket?.number ? null : list.cursorNumber;
};

/** In a wide window the ticket under the cursor is shown beside the list, and none beside an empty one. */
const watchCursor = ({store}: Part): (() => void) => {
	let timer: NodeJS.Timeout | undefined;
	let wanted: string | null = null;
	const stop = store.subscribe(() => {
		const next = follows(store.state());
		if (next === wanted) return;
		wanted = next;
		clearTimeout(timer);
		if (next === null) return;
		timer = setTimeout(() => {
			wanted = null;
			const number = follows(store.state());
			if (number === nothing) store.dispatch({type: 'ticket-closed'});
			else if (number !== null) store.dispatch({type: 'ticket-opened', number, pane: 'list'});
		}, followMilliseconds);
	});
	return () => {
		clearTimeout(timer);
		stop();
	};
};

/** Tells the colleagues which ticket is open here and whether something is written. */
const watchPresence = ({desk, store}: Part): (() => void) => {
	let told = '';
	return store.subscribe(() => {
		const {ticket, composer, desk: link} = store.state();
		const number = composer?.number ?? (ticket?.opened === true ? ticket.number : null);
		const writing = composer !== null;
		const key = `${number} ${writing} ${link.connection}`;
		if (key === told || link.connection !== 'open') return;
		told = key;
		// Presence is a courtesy: when it cannot be told, nothing is lost.
		void desk.present(number, writing);
	});
};

/** A ticket that was opened and has been shown is read. */
const watchRead = (part: Part): (() => void) => {
	let read = '';
	return part.store.subscribe(() => {
		const {ticket: view, me} = part.store.state();
		if (view?.ticket == null || !view.opened || !view.ticket.unread) return;
		const key = `${view.number} ${view.ticket.revision}`;
		if (key === read || me?.rights.includes('tickets.edit') !== true) return;
		read = key;
		void performSteps(part, [{number: view.number, action: 'read', input: {}}]);
	});
};

/** Everything that follows from which ticket is on the screen. */
export const watchTicket = (part: Part): (() => void) => {
	const stops = [watchContent, watchCursor, watchPresence, watchRead].map(watch => watch(part));
	return () => {
		for (const stop of stops) stop();
	};
};
