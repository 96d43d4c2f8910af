import {readFileSync, renameSync} from 'node:fs';
import path from 'node:path';
import {isRecord} from '../../domain/is-record.ts';
import {type SavedView, viewsOf} from '../../domain/list/saved-view.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {isLanguage} from '../../language/say.ts';
import type {KeyFile} from '../../ui/key/keymap.ts';
import {type ThemeName, themeNames} from '../../ui/look/shipped-theme.ts';
import type {UiPorts} from '../../ui/ports.ts';
import {type LookWish, noOwnSettings, type OwnSettings} from '../../ui/settings/own.ts';
import {writeDurably} from '../write-durably.ts';

const keysFile = (config: string): string => path.join(config, 'keys.json');
const viewsFile = (config: string): string => path.join(config, 'views.json');
const lookFile = (config: string): string => path.join(config, 'look.json');

const readJson = (file: string): unknown => {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
};

/** A missing or broken file is an empty one; `raute doctor` says what is wrong with it. */
const readRecord = (file: string): Record<string, unknown> => {
	const read = readJson(file);
	return isRecord(read) ? read : {};
};

/** The views of `views.json`. */
export const readViews = (config: string): readonly SavedView[] =>
	viewsOf(readJson(viewsFile(config)));

const themeOf = (value: unknown): ThemeName | null =>
	themeNames.find(name => name === value) ?? null;

/** The look of `look.json`; what is not understood is as if it were not there. */
export const readLook = (config: string): LookWish => {
	const {language, theme, ascii} = readRecord(lookFile(config)) as Partial<
		Record<keyof LookWish, unknown>
	>;
	return {
		...noOwnSettings.look,
		language: isLanguage(language) ? language : null,
		theme: themeOf(theme),
		ascii: typeof ascii === 'boolean' ? ascii : null,
	};
};

/** What the person at the screen has chosen before: `keys.json`, `look.json` and `views.json` of the config folder. */
export const readOwnSettings = (config: string): OwnSettings => ({
	keys: readRecord(keysFile(config)) as KeyFile,
	look: readLook(config),
	views: readViews(config),
});

/** A file that somebody wrote by hand and that cannot be read is put aside, not overwritten. */
const putAside = (file: string): void => {
	try {
		JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxError) renameSync(file, `${file}.broken`);
	}
};

const write = (file: string, value: unknown): Result<null> => {
	try {
		putAside(file);
		writeDurably(file, `${JSON.stringify(value, null, '\t')}\n`);
		return ok(null);
	} catch (error) {
		const {code = ''} = error as NodeJS.ErrnoException;
		return code === 'ENOSPC'
			? fail('disk-full', {path: file})
			: fail('data-unwritable', {path: file, code, reason: 'file'});
	}
};

/** Keeps the person's own settings in the config folder. */
export const ownSettingsPorts = (
	config: string,
): Pick<UiPorts, 'saveKeys' | 'saveLook' | 'saveViews'> => ({
	saveKeys: async keys => write(keysFile(config), keys),
	saveViews: async views => write(viewsFile(config), views),
	saveLook: async part => {
		const file = lookFile(config);
		return write(file, {...readRecord(file), ...readLook(config), ...part});
	},
});
