import type {State} from '../state/state.ts';
import {nextUndo} from '../state/undo.ts';
import type {EffectContext} from './context.ts';

const second = 1000;
const idle = 15 * second;

/** Something on the screen changes with every second: a countdown, a message that goes away. */
const isBusy = ({toast, desk, undo, now}: State): boolean =>
	toast !== null || desk.connection === 'lost' || nextUndo(undo.past, now)?.isSend === true;

/** Moves the state's time on: each second while something counts down, else four times a minute. */
export const watchClock = ({store, now}: Pick<EffectContext, 'store' | 'now'>): (() => void) => {
	let timer: NodeJS.Timeout;
	let isFast = false;
	const wait = () => {
		isFast = isBusy(store.state());
		timer = setTimeout(tick, isFast ? second : idle);
	};
	const tick = () => {
		store.dispatch({type: 'ticked', now: now()});
		wait();
	};
	const stop = store.subscribe(() => {
		if (isFast || !isBusy(store.state())) return;
		clearTimeout(timer);
		wait();
	});
	wait();
	return () => {
		clearTimeout(timer);
		stop();
	};
};
