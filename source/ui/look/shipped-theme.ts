import {createRequire} from 'node:module';
import type {Environment} from './glyph.ts';
import {parseTheme, type Theme} from './theme.ts';

export const themeNames = ['terminal', 'mono', 'dark', 'light'] as const;

export type ThemeName = (typeof themeNames)[number];

// `data/` lies beside both `source/` and `.build/`, so one path serves the two.
const load = createRequire(import.meta.url);

/** A theme of our own. Throws only when the installation is damaged. */
export const shippedTheme = (name: ThemeName): Theme => {
	const theme = parseTheme(load(`../../../data/theme/${name}.json`));
	if (!theme.ok) throw new Error(`theme ${name} is damaged: ${theme.problem.details['field']}`);
	return theme.value;
};

/**
 * The theme to use: `mono` where colour is unwanted (https://no-color.org) or unknown, whatever the
 * setting says. chalk ignores NO_COLOR, and switching it off would take bold and inverse along.
 */
export const chooseTheme = (environment: Environment, wish: ThemeName = 'terminal'): ThemeName =>
	environment['NO_COLOR'] || environment['TERM'] === 'dumb' ? 'mono' : wish;
