import './environment.ts';
import type {Me} from '../../source/desk/desk.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import type {Language} from '../../source/language/say.ts';
import {composerOf} from '../../source/ui/compose/draft-of.ts';
import {newDraft} from '../../source/ui/compose/new-draft.ts';
import type {Effect} from '../../source/ui/effect/effect.ts';
import {handleKey} from '../../source/ui/key/handle-key.ts';
import type {Look} from '../../source/ui/part/look.ts';
import {createLook, createLookOf} from '../../source/ui/screen-look.ts';
import {ownNow} from '../../source/ui/settings/own-look.ts';
import type {UiEvent} from '../../source/ui/state/event.ts';
import type {Size, State} from '../../source/ui/state/state.ts';
import {firstState, update} from '../../source/ui/state/update.ts';
import {type Key, namedKey, textKey} from '../../source/ui/terminal/key.ts';
import {createKeyParser} from '../../source/ui/terminal/keys.ts';
import {openSampleDesk, sampleNow} from './sample-desk.ts';

/** What the sample desk answers one agent, fetched once for all pure tests. */
export type Answers = {
	readonly me: Me;
	readonly window: Extract<UiEvent, {type: 'list-came'}>['window'];
	readonly tickets: ReadonlyMap<string, Ticket>;
};

export const sampleAnswers = async (login = 'weber'): Promise<Answers> => {
	const sample = await openSampleDesk();
	const desk = sample.as(login);
	const me = await desk.me();
	const query = {tab: 'inbox', sort: 'newest', filter: ''} as const;
	const window = await desk.window({query, from: 0, count: 100});
	const tickets = new Map<string, Ticket>();
	for (const row of window.ok ? window.value.rows : []) {
		const ticket = await desk.ticket(row.number);
		if (ticket.ok) tickets.set(row.number, ticket.value);
	}
	await sample.close();
	if (!me.ok || !window.ok) throw new Error('the sample desk does not answer');
	return {me: me.value, window: window.value, tickets};
};

export type PureScreen = {
	readonly look: Look;
	state(): State;
	dispatch(...events: readonly UiEvent[]): void;
	/** Presses keys as `keyName` spells them; answers the effects they ask for. */
	press(...keys: readonly string[]): readonly Effect[];
};

const keyOf = (name: string): Key => {
	if (name === 'space') return textKey(' ');
	if ([...name].length === 1) return textKey(name);
	const parts = name.split('+');
	const plain = parts.at(-1) ?? '';
	const has = (modifier: string) => parts.includes(modifier);
	return namedKey(plain, {ctrl: has('ctrl'), alt: has('alt'), shift: has('shift')});
};

/**
 * State and keys without terminal, desk or React: what the desk would answer is put in at once.
 * `compose` opens the composer as the effect does, everything else is handed out.
 */
export const createPureScreen = (
	{me, window, tickets}: Answers,
	options: Size & {readonly language?: Language; readonly ascii?: boolean},
): PureScreen => {
	const {columns, rows, language = 'de', ascii = false} = options;
	const lookOf = createLookOf({language, ascii});
	const look = createLook({language, ascii});
	let state = firstState({columns, rows}, sampleNow);
	const dispatch = (...events: readonly UiEvent[]) => {
		for (const event of events) state = update(state, event);
		const view = state.ticket;
		const ticket = view === null || view.ticket !== null ? undefined : tickets.get(view.number);
		if (ticket !== undefined) state = update(state, {type: 'ticket-came', ticket});
	};
	const compose = (effect: Extract<Effect, {type: 'compose'}>) => {
		const ticket = tickets.get(effect.number);
		if (ticket === undefined) return;
		const parts = {me, say: look.say, id: 'd1', now: sampleNow};
		const composer = composerOf(newDraft({...effect, ticket}, parts), {ticket, isNew: true});
		dispatch(
			{type: 'ticket-opened', number: ticket.number, pane: 'ticket'},
			{type: 'composer-opened', composer},
		);
	};
	dispatch({type: 'signed-in', me}, {type: 'list-came', window, asked: null});
	return {
		look,
		state: () => state,
		dispatch,
		press(...keys) {
			const found: Effect[] = [];
			for (const name of keys) {
				const {events = [], effects = []} = handleKey(state, keyOf(name), lookOf(ownNow(state)));
				dispatch(...events);
				for (const effect of effects) {
					if (effect.type === 'compose') compose(effect);
					found.push(effect);
				}
			}
			return found;
		},
	};
};

/** The keys of bytes as a terminal sends them. */
export const keysOfBytes = (bytes: string): readonly Key[] => createKeyParser().feed(bytes, 0);
