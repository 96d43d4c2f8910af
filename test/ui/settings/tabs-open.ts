import {createSay, type TextKey} from '../../../source/language/say.ts';
import {type Rendered, type RenderOptions, renderScreen} from '../render.tsx';

/** Goes to a tab of the settings, which are open. */
export const goToTab = async (screen: Rendered, tab: string): Promise<void> => {
	const name = `settings.tab.${tab}` as TextKey;
	const labels = (['de', 'en'] as const).map(language => `[${createSay(language)(name)}]`);
	for (let step = 0; step < 20; step++) {
		const shown = await screen.frame();
		if (labels.some(label => shown.includes(label))) return;
		await screen.press('l');
	}
	throw new Error(`no tab ${tab}\n${await screen.frame()}`);
};

/** The settings at a tab, wide enough for all labels; the screen ends with the body. */
export const inTab = async (
	tab: string,
	options: RenderOptions,
	body: (screen: Rendered) => Promise<void>,
): Promise<void> => {
	const screen = await renderScreen({columns: 150, rows: 24, login: 'krause', ...options});
	try {
		await screen.press(',');
		await goToTab(screen, tab);
		await body(screen);
	} finally {
		await screen.close();
	}
};
