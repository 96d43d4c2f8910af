import {test} from 'node:test';
import {type Rendered, type RenderOptions, renderScreen} from './render.tsx';

/** A test of the whole screen: it is opened as the options say, and closed whatever happens. */
export const journey = (
	title: string,
	body: (screen: Rendered) => Promise<void>,
	options: RenderOptions = {},
): void => {
	test(title, {timeout: 30_000}, async () => {
		const screen = await renderScreen(options);
		try {
			await body(screen);
		} finally {
			await screen.close();
		}
	});
};
