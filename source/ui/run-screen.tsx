import type {Desk} from '../desk/desk.ts';
import type {Say} from '../language/say.ts';
import {createDrawing, type Drawing} from './drawing.tsx';
import type {EffectContext, TerminalPort} from './effect/context.ts';
import {createDraftKeeper} from './effect/draft-keeper.ts';
import {opensText, runEffect} from './effect/run-effect.ts';
import {watchClock} from './effect/watch-clock.ts';
import {watchDesk} from './effect/watch-desk.ts';
import {watchList} from './effect/watch-list.ts';
import {watchTicket} from './effect/watch-ticket.ts';
import {watchTitle} from './effect/watch-title.ts';
import {handleKey} from './key/handle-key.ts';
import {createKeyQueue} from './key/key-queue.ts';
import type {ThemeName} from './look/shipped-theme.ts';
import type {Theme} from './look/theme.ts';
import type {Look} from './part/look.ts';
import type {UiPorts} from './ports.ts';
import {createLookOf, type LookOptions} from './screen-look.ts';
import {noOwnSettings, type OwnSettings} from './settings/own.ts';
import {ownNow} from './settings/own-look.ts';
import {watchSettings} from './settings/watch-settings.ts';
import {type SetupStart, watchSetup} from './setup/watch-setup.ts';
import type {State} from './state/state.ts';
import {createStore} from './state/store.ts';
import {firstState, update} from './state/update.ts';
import {copyText} from './terminal/clipboard.ts';
import {createDispatch, type Dispatch, type KeySource} from './terminal/dispatch.ts';
import {type Ends, onSignals} from './terminal/signals.ts';
import {type SuspendParts, suspendToShell} from './terminal/suspend.ts';

/** Why the screen ended. What was being written is kept in every case. */
export type ExitReason = 'quit' | 'hung-up' | 'terminated' | 'crashed';

export type ScreenOptions = LookOptions & {
	readonly desk: Desk;
	readonly ports: UiPorts;
	readonly stdin: KeySource;
	readonly stdout: NodeJS.WriteStream;
	/** What the person at the screen has chosen before. */
	readonly own?: OwnSettings | undefined;
	/** `now` for `raute setup`; on an empty desk the wizard is offered anyway. */
	readonly setup?: SetupStart | undefined;
	/** A theme by its name as this terminal can show it. */
	readonly themeOf?: ((name: ThemeName) => Theme) | undefined;
	/** Milliseconds since 1970; handed in by tests. */
	readonly now?: () => number;
};

const sizeOf = (stdout: NodeJS.WriteStream) => ({
	columns: stdout.columns || 80,
	rows: stdout.rows || 24,
});

/** Quitting waits so long for the last draft to reach the desk; then it stays on this machine. */
const saveMilliseconds = 2000;

/** Says on the restored terminal what happened and that nothing written is lost. */
const explainCrash = ({ports, stdout}: ScreenOptions, say: Say, error: unknown): void => {
	const path = ports.writeCrashNote(error);
	const text = error instanceof Error ? error.message : String(error);
	const lines = [
		say('error.crash', {text}),
		say('error.crashDrafts'),
		...(path === null ? [] : [say('error.crashNote', {path})]),
	];
	stdout.write(`${lines.join('\n')}\n`);
};

/** Everything that goes on beside the keys, and its end. */
const watchAll = (
	context: EffectContext,
	ends: Ends,
	{stdout, setup = 'offer'}: ScreenOptions,
): (() => void) => {
	const {store} = context;
	const onResize = () => store.dispatch({type: 'resized', size: sizeOf(stdout)});
	const onLost = () => ends.end('hung-up');
	stdout.on('resize', onResize);
	// Never taken off again: a terminal that is gone may refuse the goodbye as well.
	stdout.on('error', onLost);
	const stops = [
		...[watchDesk, watchList, watchTicket, watchClock, watchSettings, watchSetup(setup)].map(
			watch => watch(context),
		),
		watchTitle(stdout, store),
		onSignals(ends),
		() => stdout.off('resize', onResize),
	];
	return () => {
		for (const stop of stops) stop();
	};
};

/** What there is only once the context is: they need it, and it needs them. */
type Later = {
	readonly lookOf: (state: State) => Look;
	readonly drawing: () => Drawing;
	readonly dispatch: () => Dispatch;
	readonly quit: () => void;
};

const createContext = (
	{desk, ports, stdout, own = noOwnSettings, now = Date.now}: ScreenOptions,
	{lookOf, drawing, dispatch, quit}: Later,
): EffectContext => {
	const parts = (): SuspendParts => ({dispatch: dispatch(), handOver: drawing().handOver});
	const terminal: TerminalPort = {
		redraw: () => drawing().redraw(),
		suspend: () => suspendToShell(parts()),
		edit: (text, name) => ports.openEditor(text, name, parts()),
		browse: html => ports.openPage(html, parts()),
		copy: text => copyText(stdout, text),
		quit,
	};
	const store = createStore(firstState(sizeOf(stdout), now(), own), update, now);
	return {
		desk,
		ports,
		store,
		get say() {
			return lookOf(store.state()).say;
		},
		terminal,
		now,
		newId: () => crypto.randomUUID(),
	};
};

/**
 * Shows the screen of raute until the agent quits or the terminal goes away. Keys never wait for
 * the desk: effects run beside the state and answer with events. What is being written is never
 * lost: it goes to the ticket, or through `keepDraftLocally` when that cannot be reached any more.
 */
export const runScreen = (options: ScreenOptions): Promise<ExitReason> =>
	new Promise(resolve => {
		const look = createLookOf(options, options.themeOf);
		const lookOf = (state: State) => look(ownNow(state));
		let isOver = false;
		let stopWatching = () => {};
		const end = (reason: ExitReason) => {
			if (isOver) return;
			isOver = true;
			keeper.keepNow();
			// Where the wizard stands is kept by whoever watches it.
			if (store.state().setup.isOpen) store.dispatch({type: 'setup-left'});
			keeper.stop();
			stopWatching();
			dispatch.close();
			drawing.end();
			resolve(reason);
		};
		const crash = (error: unknown) => {
			if (isOver) return;
			end('crashed');
			explainCrash(options, context.say, error);
		};
		const quit = () => {
			const tooLong = new Promise<void>(done => setTimeout(done, saveMilliseconds).unref());
			void Promise.race([keeper.flush(), tooLong]).finally(() => end('quit'));
		};
		const later = {lookOf, drawing: () => drawing, dispatch: () => dispatch, quit};
		const context = createContext(options, later);
		const {store} = context;
		const keeper = createDraftKeeper(context);
		const drawing = createDrawing({stdout: options.stdout, store, lookOf, onCrash: crash});
		const queue = createKeyQueue({
			isLineOpen: () => store.state().overlay?.kind === 'line',
			handle(key) {
				const {events = [], effects = []} = handleKey(store.state(), key, lookOf(store.state()));
				for (const event of events) store.dispatch(event);
				for (const effect of effects) {
					const running = runEffect(context, keeper, effect).catch(crash);
					if (opensText(effect)) queue.hold(running);
				}
			},
		});
		const dispatch: Dispatch = createDispatch({
			stdin: options.stdin,
			stdout: options.stdout,
			onKey: key => queue.push(key),
			onHangup: () => end('hung-up'),
		});
		drawing.begin(queue.stdin);
		stopWatching = watchAll(context, {end, crash}, options);
	});
