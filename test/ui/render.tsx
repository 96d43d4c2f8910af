import './environment.ts';
import {PassThrough} from 'node:stream';
import {setTimeout as wait} from 'node:timers/promises';
import type {Desk} from '../../source/desk/desk.ts';
import type {Seal} from '../../source/domain/receive/seal.ts';
import {fail, ok} from '../../source/domain/result.ts';
import type {Language} from '../../source/language/say.ts';
import {shippedTheme, type ThemeName} from '../../source/ui/look/shipped-theme.ts';
import type {KeptDraft, UiPorts} from '../../source/ui/ports.ts';
import {type ExitReason, runScreen} from '../../source/ui/run-screen.tsx';
import {noOwnSettings, type OwnSettings} from '../../source/ui/settings/own.ts';
import type {KeptSetup} from '../../source/ui/setup/setup-state.ts';
import {picture} from './picture.ts';
import {openSampleDesk, type SampleDesk} from './sample-desk.ts';
import {createPretendTerminal} from './terminal/pretend-terminal.ts';

const bytesOf: Readonly<Record<string, string>> = {
	enter: '\r',
	escape: '\u001B',
	tab: '\t',
	'shift+tab': '\u001B[Z',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	'page-down': '\u001B[6~',
	'page-up': '\u001B[5~',
	'shift+down': '\u001B[1;2B',
	backspace: '\u007F',
	space: ' ',
	'alt+enter': '\u001B\r',
};

/** Bytes that a terminal sends for a key as `keyName` spells it. */
const encode = (key: string): string => {
	const known = bytesOf[key];
	if (known !== undefined) return known;
	const control = /^ctrl\+(.)$/.exec(key)?.[1];
	if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
	const alt = /^alt\+(.)$/.exec(key)?.[1];
	return alt === undefined ? key : `\u001B${alt}`;
};

export type FakePorts = UiPorts & {
	readonly kept: Map<string, KeptDraft>;
	readonly files: Map<string, Uint8Array>;
	/** What was saved as the person's own. */
	readonly own: {
		keys: OwnSettings['keys'];
		look: OwnSettings['look'];
		views: OwnSettings['views'];
	};
	/** What the tools say of every mail that is checked. */
	seal: Seal | null;
	/** Where the wizard was left. */
	readonly setup: {kept: KeptSetup | null};
	/** What `$EDITOR` makes of a text. */
	edit: (text: string) => string | null;
};

export const createFakePorts = (): FakePorts => {
	const kept = new Map<string, KeptDraft>();
	const files = new Map<string, Uint8Array>();
	const ports: FakePorts = {
		kept,
		files,
		own: {...noOwnSettings},
		seal: null,
		setup: {kept: null},
		edit: text => text,
		openEditor: async text => ports.edit(text),
		openPage: async () => ok(null),
		checkSeal: async () => ports.seal,
		saveFile: async (path, bytes) => {
			files.set(path, bytes);
			return ok(path);
		},
		openFile: async (_bytes, name) => ok(`/tmp/${name}`),
		completePath: async prefix => ({path: `${prefix}bericht.pdf`, choices: []}),
		readFileForAttachment: async path => {
			const bytes = files.get(path);
			const name = path.split('/').at(-1) ?? '';
			return bytes === undefined ? fail('attachment-missing', {name}) : ok({name, bytes});
		},
		keepDraftLocally: draft => void kept.set(draft.draft.id, draft),
		listKeptDrafts: async () => [...kept.values()],
		forgetKeptDraft: async id => void kept.delete(id),
		saveKeys: async keys => {
			ports.own.keys = keys;
			return ok(null);
		},
		saveLook: async part => {
			ports.own.look = {...ports.own.look, ...part};
			return ok(null);
		},
		saveViews: async views => {
			ports.own.views = views;
			return ok(null);
		},
		keepSetup: setup => {
			ports.setup.kept = setup;
		},
		keptSetup: async () => ports.setup.kept,
		writeCrashNote: () => null,
	};
	return ports;
};

export type RenderOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly language?: Language;
	readonly ascii?: boolean;
	readonly theme?: ThemeName;
	readonly login?: string;
	readonly desk?: SampleDesk;
	/** Stands between the screen and the desk: to count calls, to fail, to be slow. */
	readonly wrap?: (desk: Desk) => Desk;
	readonly ports?: FakePorts;
	readonly setup?: 'now';
	/** What the person has chosen before. */
	readonly own?: OwnSettings;
};

export type Rendered = {
	readonly desk: SampleDesk;
	readonly ports: FakePorts;
	/** Sends keys in one packet each. */
	press(...keys: readonly string[]): Promise<void>;
	/** Sends a text in one packet, as typed ahead. */
	type(text: string): Promise<void>;
	/** Waits until the screen shows a text, and fails with the screen when it never does. */
	see(text: string | RegExp): Promise<void>;
	/** The screen once it has come to rest, without blanks at line ends. */
	frame(): Promise<string>;
	png(path: string): Promise<void>;
	resize(columns: number, rows: number): Promise<void>;
	/** What the terminal got, and how it was left. */
	readonly ended: Promise<ExitReason>;
	hangUp(): void;
	close(): Promise<void>;
};

/** The whole screen on a terminal in memory, over the real desk. */
export const renderScreen = async (options: RenderOptions = {}): Promise<Rendered> => {
	const {columns = 80, rows = 24, language = 'de', login = 'weber'} = options;
	const desk = options.desk ?? (await openSampleDesk());
	const ports = options.ports ?? createFakePorts();
	const terminal = createPretendTerminal(columns, rows);
	const stdin = new PassThrough();
	const client = desk.as(login);
	const ended = runScreen({
		desk: options.wrap?.(client) ?? client,
		ports,
		language,
		ascii: options.ascii ?? false,
		theme: shippedTheme(options.theme ?? 'terminal'),
		setup: options.setup,
		own: options.own,
		stdin,
		stdout: terminal.stdout,
		now: desk.now,
	});
	/** The screen is at rest when nothing has been written for three looks in a row. */
	const settle = async () => {
		let before = terminal.writes();
		for (let round = 0, quiet = 0; round < 200 && quiet < 3; round++) {
			await wait(20);
			quiet = terminal.writes() === before ? quiet + 1 : 0;
			before = terminal.writes();
		}
		await terminal.settled();
	};
	const text = () =>
		terminal
			.text()
			.map(line => line.trimEnd())
			.join('\n');
	await settle();
	return {
		desk,
		ports,
		async press(...keys) {
			for (const key of keys) {
				stdin.write(encode(key));
				// A lone Escape is held for the rest of an arrow key.
				await wait(key === 'escape' ? 130 : 0);
				await settle();
			}
		},
		async type(typed) {
			stdin.write(typed);
			await settle();
		},
		async see(wanted) {
			for (let round = 0; round < 500; round++) {
				const shown = text();
				if (typeof wanted === 'string' ? shown.includes(wanted) : wanted.test(shown)) return;
				await wait(20);
			}
			throw new Error(`never seen: ${wanted}\n${text()}`);
		},
		async frame() {
			await settle();
			return text();
		},
		async png(path) {
			await settle();
			await picture(terminal.buffer(), {
				columns: terminal.stdout.columns,
				rows: terminal.stdout.rows,
				path,
			});
		},
		async resize(nextColumns, nextRows) {
			terminal.resize(nextColumns, nextRows);
			await settle();
		},
		ended,
		hangUp: () => void stdin.end(),
		async close() {
			stdin.end();
			await ended;
			if (options.desk === undefined) await desk.close();
		},
	};
};
