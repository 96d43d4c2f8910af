import {cutToWidth} from '../../domain/text/width.ts';
import type {ModeSink} from './dispatch.ts';

/** Longer titles only push the program's name out of a tab. */
const longestTitle = 80;

/** Sets the window title (OSC 2), `(3) raute`. Controls are dropped, so no text can break out. */
export const setTitle = (stdout: ModeSink, title: string): void => {
	const clean = cutToWidth(title.replace(/\p{Cc}/gu, ' '), longestTitle).text;
	stdout.write(`\u001B]2;${clean}\u0007`);
};
