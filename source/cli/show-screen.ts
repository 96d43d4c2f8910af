import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Desk} from '../desk/desk.ts';
import type {KeyFile} from '../ui/key/keymap.ts';
import {chooseGlyphs, glyphSets} from '../ui/look/glyph.ts';
import {chooseTheme, shippedTheme, type ThemeName, themeNames} from '../ui/look/shipped-theme.ts';
import {type ExitReason, runScreen} from '../ui/run-screen.tsx';
import {type Call, textFlag} from './command.ts';
import {exitCode} from './exit-code.ts';
import {placeOf} from './place.ts';
import {writeCrashNote} from './ui-port/crash-note.ts';
import {openEditor} from './ui-port/editor.ts';
import {filePorts} from './ui-port/file.ts';
import {keptDrafts} from './ui-port/kept-draft.ts';

/** Flags of every command that shows the screen. */
export const screenFlags = {ascii: {type: 'boolean'}, theme: {type: 'string'}} as const;

const userKeys = async (config: string): Promise<KeyFile> => {
	try {
		return JSON.parse(await readFile(path.join(config, 'keys.json'), 'utf8')) as KeyFile;
	} catch {
		// A missing or broken file leaves the shipped keys; `raute doctor` says what is wrong with it.
		return {};
	}
};

const codes: Readonly<Record<ExitReason, number>> = {
	quit: exitCode.done,
	// 128 + SIGHUP and SIGTERM, as a shell reports them.
	'hung-up': 129,
	terminated: 143,
	crashed: exitCode.failed,
};

const wishedTheme = (call: Call): ThemeName => {
	const wish = textFlag(call, 'theme');
	return themeNames.find(name => name === wish) ?? 'terminal';
};

/** Shows the screen over a desk until the person leaves, and answers the exit code. */
export const showScreen = async (call: Call, desk: Desk): Promise<number> => {
	const {config, state} = placeOf(process.env, call.dataFolder);
	// The kernel and the shell each send one when a window is closed; the second must not end the
	// process before the first has been answered and what belongs to the screen is cleared away.
	process.on('SIGHUP', () => undefined);
	const ascii = call.flags['ascii'] === true ? true : undefined;
	const reason = await runScreen({
		desk,
		language: call.language,
		ascii: chooseGlyphs(process.env, ascii) === glyphSets.ascii,
		theme: shippedTheme(chooseTheme(process.env, wishedTheme(call))),
		keys: await userKeys(config),
		stdin: call.stdin,
		stdout: call.stdout,
		ports: {
			openEditor,
			...filePorts,
			...keptDrafts(state, call.dataFolder),
			writeCrashNote: error => writeCrashNote(state, error),
		},
	});
	return codes[reason];
};
