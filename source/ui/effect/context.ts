import type {Desk} from '../../desk/desk.ts';
import type {Result} from '../../domain/result.ts';
import type {Say} from '../../language/say.ts';
import type {UiPorts} from '../ports.ts';
import type {Store} from '../state/store.ts';

/** What the screen asks of its terminal. */
export type TerminalPort = {
	redraw(): void;
	/** Stops the process until the shell continues it. */
	suspend(): Promise<void>;
	/** Hands the terminal to `$EDITOR`. Null: it failed. */
	edit(text: string, name: string): Promise<string | null>;
	/** Shows a mail's HTML outside (`UiPorts.openPage`). */
	browse(html: string): Promise<Result<string | null>>;
	/** False when the text is too long for the terminal's clipboard. */
	copy(text: string): boolean;
	quit(): void;
};

export type EffectContext = {
	readonly desk: Desk;
	readonly ports: UiPorts;
	readonly store: Store;
	readonly say: Say;
	readonly terminal: TerminalPort;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly newId: () => string;
};
