import {createKeyBook} from '../key/key-book.ts';
import {noOwnSettings} from '../settings/own.ts';
import {reduceSettings} from '../settings/reduce-settings.ts';
import {newSettings} from '../settings/settings-state.ts';
import {reduceSetup} from '../setup/reduce-setup.ts';
import {newSetup} from '../setup/setup-state.ts';
import {reduceComposer} from './composer.ts';
import {newDesk, reduceDesk} from './desk.ts';
import type {UiEvent} from './event.ts';
import {reduceFailures} from './failures.ts';
import {newList, reduceList} from './list.ts';
import {noMarks, reduceMarks} from './marks.ts';
import {reduceOverlay} from './overlay.ts';
import type {Size, State} from './state.ts';
import {reduceTicket} from './ticket.ts';
import {newUndo, reduceUndo} from './undo.ts';

/** The state before anything is known. */
export const firstState = (size: Size, now: number, own = noOwnSettings): State => ({
	size,
	now,
	me: null,
	pane: 'list',
	list: newList,
	marks: noMarks,
	ticket: null,
	composer: null,
	overlay: null,
	toast: null,
	undo: newUndo,
	failures: [],
	desk: newDesk,
	settings: newSettings,
	setup: newSetup,
	own,
	keyBook: createKeyBook(),
	drafts: [],
	presence: new Map(),
	quitAsked: null,
});

const reduceGeneral = (state: State, event: UiEvent): State => {
	switch (event.type) {
		case 'resized':
			return {...state, size: event.size};
		case 'ticked':
			return {...state, now: event.now};
		case 'quit-asked':
			return {...state, quitAsked: state.now};
		default:
			return state;
	}
};

/**
 * The order matters twice: size and time first, because the others lay out with them; the marks last,
 * because what is said of a batch looks at them.
 */
const reducers = [
	reduceGeneral,
	reduceDesk,
	reduceList,
	reduceFailures,
	reduceTicket,
	reduceComposer,
	reduceSettings,
	reduceSetup,
	reduceOverlay,
	reduceUndo,
	reduceMarks,
] as const;

/** The next state. Pure: the same state and event give the same result. */
export const update = (state: State, event: UiEvent): State =>
	reducers.reduce((next, reduce) => reduce(next, event), state);
