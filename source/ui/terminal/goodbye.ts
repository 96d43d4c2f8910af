import type {ModeSink} from './dispatch.ts';

export type Goodbye = {
	/** Alternate screen, hidden cursor, our title remembered: one write. */
	enter(): void;
	/**
	 * Gives the terminal back in one write. Works from signal and crash handlers, does nothing the
	 * second time, and never throws: a terminal that is gone needs no goodbye.
	 */
	leave(): void;
};

/** Everything `enter` sets, saved title (XTPUSHTITLE) included. */
const entering = '\u001B[22;0t\u001B[?1049h\u001B[?25l';

/**
 * In the order that matters: end a frame that was cut off, undo margins, style and wrapping, stop
 * pastes being marked and kitty keys (a child may have left them on), then the cursor and the screen,
 * and the title last.
 */
const leaving = [
	'\u001B[?2026l',
	'\u001B[r\u001B[m\u001B[?7h',
	'\u001B[?2004l\u001B[<u',
	'\u001B[?25h\u001B[?1049l',
	'\u001B[23;0t',
].join('');

/** The modes of the terminal as a whole. `mute` silences the scroll writer before the last write. */
export const createGoodbye = (options: {
	readonly stdout: ModeSink;
	readonly mute?: () => void;
}): Goodbye => {
	let isInside = false;
	return {
		enter() {
			if (isInside) return;
			isInside = true;
			options.stdout.write(entering);
		},
		leave() {
			if (!isInside) return;
			isInside = false;
			options.mute?.();
			try {
				options.stdout.write(leaving);
			} catch {
				return;
			}
		},
	};
};
