import type {SavedView} from '../domain/list/saved-view.ts';
import type {Draft} from '../domain/message.ts';
import type {Seal} from '../domain/receive/seal.ts';
import type {Result} from '../domain/result.ts';
import type {KeyFile} from './key/keymap.ts';
import type {LookWish} from './settings/own.ts';
import type {KeptSetup} from './setup/setup-state.ts';
import type {SuspendParts} from './terminal/suspend.ts';

/** A draft that lies on this machine because the desk could not take it. */
export type KeptDraft = {readonly number: string; readonly draft: Draft};

/** What a path being typed may become. */
export type PathCompletion = {
	/** The longest unambiguous continuation. */
	readonly path: string;
	/** Names it may go on with; empty when the path is complete. */
	readonly choices: readonly string[];
};

/** The world beyond desk and terminal, handed in by the command line. */
export interface UiPorts {
	/**
	 * Edits a text in `$EDITOR` (see `runInTerminal`, which takes `terminal`). Null: the editor could
	 * not be started or failed; the text stays as it was.
	 */
	openEditor(text: string, name: string, terminal: SuspendParts): Promise<string | null>;
	/** Writes a file and answers its absolute path; never overwrites without a new name. */
	saveFile(path: string, bytes: Uint8Array): Promise<Result<string>>;
	/** Shows a file with the program of the desktop, or says by a problem that there is none. */
	openFile(bytes: Uint8Array, name: string): Promise<Result<string>>;
	/**
	 * Shows a mail's HTML as its sender wrote it, with nothing loaded from elsewhere: in `$BROWSER`, or
	 * in w3m on this terminal. Answers the file, null when there is neither program.
	 */
	openPage(html: string, terminal: SuspendParts): Promise<Result<string | null>>;
	/** Checks the signature of a raw mail, or opens an encrypted one, with the person's own keys. */
	checkSeal(raw: Uint8Array): Promise<Seal | null>;
	completePath(prefix: string): Promise<PathCompletion>;
	readFileForAttachment(
		path: string,
	): Promise<Result<{readonly name: string; readonly bytes: Uint8Array}>>;
	/** Synchronous and durable: it is called while the terminal goes away. */
	keepDraftLocally(kept: KeptDraft): void;
	listKeptDrafts(): Promise<readonly KeptDraft[]>;
	forgetKeptDraft(id: string): Promise<void>;
	/** Keeps the person's own keys and look in the config folder. */
	saveKeys(keys: KeyFile): Promise<Result<null>>;
	/** Changes parts of the kept look; what the call said for this time alone is not kept. */
	saveLook(part: Partial<LookWish>): Promise<Result<null>>;
	/** Keeps the person's own saved views. */
	saveViews(views: readonly SavedView[]): Promise<Result<null>>;
	/** Where the first-run wizard stands; synchronous, for the terminal may be going away. */
	keepSetup(kept: KeptSetup): void;
	keptSetup(): Promise<KeptSetup | null>;
	/** Writes what is known of an unexpected error and answers where. */
	writeCrashNote(error: unknown): string | null;
}
