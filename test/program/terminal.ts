// The program in a real pseudo-terminal, seen through a terminal emulator.
import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import {Unicode11Addon} from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';

export type TerminalOptions = {
	readonly file: string;
	readonly args: readonly string[];
	readonly columns: number;
	readonly rows: number;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
};

type Wanted = string | RegExp | ((screen: string) => boolean);

export type JourneyTerminal = {
	readonly pid: number;
	/** Sends keys as one packet. */
	type(keys: string): void;
	/** Sends keys, one packet each, so many milliseconds apart. */
	typeSlowly(keys: readonly string[], milliseconds: number): Promise<void>;
	/** Waits until the screen is as wanted and answers it; fails with the screen, usually after 20 s. */
	waitFor(wanted: Wanted, patienceMs?: number): Promise<string>;
	/** The rows of the screen, without blanks at their ends. */
	screen(): string;
	/** What came from the program so far: bytes, and when the last ones did (`performance.now`). */
	received(): {readonly bytes: number; readonly lastAt: number};
	/** Calls back whenever bytes came from the program, with the time (`performance.now`). */
	onBytes(listener: (at: number) => void): () => void;
	/** The terminal goes away as when its window is closed: the program gets SIGHUP, and then EIO. */
	hangUp(): void;
	signal(name: 'SIGHUP' | 'SIGTERM' | 'SIGKILL'): void;
	/** Exit code of the program, or minus the number of the signal that ended it. */
	readonly ended: Promise<number>;
	/** Makes sure that the program is gone. */
	close(): Promise<void>;
};

const patience = 20_000;

const isAsWanted = (screen: string, wanted: Wanted): boolean => {
	if (typeof wanted === 'string') return screen.includes(wanted);
	return typeof wanted === 'function' ? wanted(screen) : wanted.test(screen);
};

const createScreen = (columns: number, rows: number) => {
	const term = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
	term.loadAddon(new Unicode11Addon());
	term.unicode.activeVersion = '11';
	return {
		term,
		text: (): string =>
			Array.from(
				{length: rows},
				(_, row) => term.buffer.active.getLine(row)?.translateToString(true).trimEnd() ?? '',
			).join('\n'),
	};
};

/** Starts a program in a pseudo-terminal of this size. */
export const startTerminal = (options: TerminalOptions): JourneyTerminal => {
	const {columns, rows} = options;
	const {term, text} = createScreen(columns, rows);
	const pty = spawn(options.file, [...options.args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: options.cwd ?? process.cwd(),
		env: {...options.env},
		encoding: null,
	});
	let bytes = 0;
	let lastAt = 0;
	let hasEnded = false;
	const listeners = new Set<(at: number) => void>();
	pty.onData(chunk => {
		lastAt = performance.now();
		// With `encoding: null` bytes come, whatever the type says.
		const raw: unknown = chunk;
		const packet = raw instanceof Uint8Array ? raw : Buffer.from(chunk);
		bytes += packet.length;
		term.write(packet);
		for (const listener of listeners) listener(lastAt);
	});
	// What the emulator answers (cursor reports and the like) goes back as from a real terminal.
	term.onData(answer => {
		if (!hasEnded) pty.write(answer);
	});
	const ended = new Promise<number>(resolve => {
		pty.onExit(({exitCode, signal}) => {
			hasEnded = true;
			resolve(signal ? -signal : exitCode);
		});
	});
	const waitFor = async (wanted: Wanted, patienceMs = patience): Promise<string> => {
		const until = performance.now() + patienceMs;
		while (!isAsWanted(text(), wanted)) {
			assert.ok(performance.now() < until, `waited for ${wanted}, saw\n${text()}`);
			await sleep(5);
		}
		return text();
	};
	return {
		pid: pty.pid,
		type: keys => pty.write(keys),
		async typeSlowly(keys, milliseconds) {
			for (const key of keys) {
				pty.write(key);
				await sleep(milliseconds);
			}
		},
		waitFor,
		screen: text,
		received: () => ({bytes, lastAt}),
		onBytes(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		hangUp: () => (pty as unknown as {destroy(): void}).destroy(),
		signal: name => pty.kill(name),
		ended,
		async close() {
			if (!hasEnded) pty.kill('SIGKILL');
			await ended;
		},
	};
};
