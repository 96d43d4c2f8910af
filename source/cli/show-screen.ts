import type {Desk} from '../desk/desk.ts';
import {chooseGlyphs, glyphSets} from '../ui/look/glyph.ts';
import {chooseTheme, shippedTheme, type ThemeName, themeNames} from '../ui/look/shipped-theme.ts';
import {asciiSay} from '../ui/plain-words.ts';
import type {ExitReason} from '../ui/run-screen.tsx';
import type {OwnSettings} from '../ui/settings/own.ts';
import {type Call, textFlag} from './command.ts';
import {exitCode} from './exit-code.ts';
import {leanInk} from './lean-ink.ts';
import {placeOf} from './place.ts';
import {writeCrashNote} from './ui-port/crash-note.ts';
import {openEditor} from './ui-port/editor.ts';
import {filePorts} from './ui-port/file.ts';
import {keptDrafts} from './ui-port/kept-draft.ts';
import {keptSetupPorts} from './ui-port/kept-setup.ts';
import {ownSettingsPorts, readOwnSettings} from './ui-port/own-settings.ts';
import {openPage} from './ui-port/page.ts';
import {checkSeal} from './ui-port/seal.ts';

/** Flags of every command that shows the screen. */
export const screenFlags = {
	ascii: {type: 'boolean'},
	theme: {type: 'string'},
	plain: {type: 'boolean'},
} as const;

/** By lines, for screen readers; the variable is the one that Ink reads. */
export const isPlain = (call: Call): boolean =>
	call.flags['plain'] === true || call.env['INK_SCREEN_READER'] === 'true';

/** Lines go to any output, a screen to a terminal alone. */
export const canShow = (call: Call): boolean =>
	call.flags['plain'] === true || (call.stdin.isTTY && call.stdout.isTTY);

const codes: Readonly<Record<ExitReason, number>> = {
	quit: exitCode.done,
	// 128 + SIGHUP and SIGTERM, as a shell reports them.
	'hung-up': 129,
	terminated: 143,
	crashed: exitCode.failed,
};

const wishedTheme = (call: Call): ThemeName | null => {
	const wish = textFlag(call, 'theme');
	return themeNames.find(name => name === wish) ?? null;
};

/** What was chosen in the settings; an option of this call goes before it. */
const ownSettings = (call: Call): OwnSettings => {
	const own = readOwnSettings(call.config);
	const {language, theme, ascii} = own.look;
	const look = {
		language: textFlag(call, 'lang') === null ? language : null,
		theme: wishedTheme(call) === null ? theme : null,
		ascii: call.flags['ascii'] === true ? null : ascii,
	};
	return {...own, look};
};

/** NO_COLOR and terminals without colour go before any wish. */
const themesIn = (env: Call['env']) => (wish: ThemeName) => shippedTheme(chooseTheme(env, wish));

/** Shows the screen over a desk until the person leaves, and answers the exit code. */
export const showScreen = async (
	call: Call,
	desk: Desk,
	{setup}: {readonly setup?: 'now'} = {},
): Promise<number> => {
	// The kernel and the shell each send one when a window is closed; the second must not end the
	// process before the first has been answered and what belongs to the screen is cleared away.
	process.on('SIGHUP', () => undefined);
	const ascii = call.flags['ascii'] === true ? true : undefined;
	const isAscii = chooseGlyphs(call.env, ascii) === glyphSets.ascii;
	if (isPlain(call)) {
		const {runPlain} = await import('./plain/run-plain.ts');
		return runPlain(isAscii ? {...call, say: asciiSay(call.say)} : call, desk);
	}
	// Two thirds of what the program would load, which neither lines nor `--help` need.
	const lean = leanInk();
	const {runScreen} = await import('../ui/run-screen.tsx');
	lean?.deregister();
	const {config, state} = call;
	const themeOf = themesIn(call.env);
	const reason = await runScreen({
		desk,
		language: call.language,
		ascii: isAscii,
		theme: themeOf(wishedTheme(call) ?? 'terminal'),
		themeOf,
		own: ownSettings(call),
		setup,
		stdin: call.stdin,
		stdout: call.stdout,
		ports: {
			openEditor,
			openPage,
			checkSeal,
			...filePorts,
			...keptDrafts(state, call.dataFolder),
			...ownSettingsPorts(config),
			...keptSetupPorts(state, call.dataFolder),
			// Also that of the demo, whose folders go with it.
			writeCrashNote: error => writeCrashNote(placeOf(call.env, null).state, error),
		},
	});
	return codes[reason];
};
