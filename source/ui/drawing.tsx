import {render, type SuspendTerminal} from 'ink';
import {App} from './app.tsx';
import type {Look} from './part/look.ts';
import type {State} from './state/state.ts';
import type {Store} from './state/store.ts';
import {createGoodbye} from './terminal/goodbye.ts';
import {createScrollWriter} from './terminal/scroll-writer.ts';
import type {HandOver} from './terminal/suspend.ts';

export type Drawing = {
	/** Takes the terminal and draws from now on; `stdin` feeds the one field that Ink owns. */
	begin(stdin: NodeJS.ReadStream): void;
	/** Paints everything again, whatever the terminal shows. */
	redraw(): void;
	/** Lends the terminal to a child for one turn. */
	readonly handOver: HandOver;
	/** Gives the terminal back. */
	end(): void;
};

/** The screen proper: Ink on a terminal that is taken and given back. */
export const createDrawing = ({
	stdout,
	store,
	lookOf,
	onCrash,
}: {
	readonly stdout: NodeJS.WriteStream;
	readonly store: Store;
	readonly lookOf: (state: State) => Look;
	readonly onCrash: (error: unknown) => void;
}): Drawing => {
	const writer = createScrollWriter(stdout);
	const goodbye = createGoodbye({stdout, mute: () => writer.mute()});
	let lend: SuspendTerminal | undefined;
	let app: ReturnType<typeof render> | undefined;
	return {
		redraw: () => writer.redraw(),
		handOver: async turn => (lend === undefined ? turn() : lend(turn)),
		begin(stdin) {
			const onHandOver = (found: SuspendTerminal) => {
				lend = found;
			};
			goodbye.enter();
			app = render(<App store={store} lookOf={lookOf} onHandOver={onHandOver} />, {
				stdout: writer,
				stdin,
				alternateScreen: true,
				interactive: true,
				maxFps: 60,
				exitOnCtrlC: false,
				patchConsole: false,
			});
			app.waitUntilExit().catch(onCrash);
		},
		end() {
			goodbye.leave();
			app?.unmount();
		},
	};
};
