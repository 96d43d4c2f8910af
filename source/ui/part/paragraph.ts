import {wrapLine} from '../../domain/text/wrap.ts';
import type {Role} from '../look/theme.ts';
import {fitLine, type Line, span} from './line.ts';

/** A text over as many lines as it needs, or at most `most` of them, the last one cut. */
export const paragraph = (
	text: string,
	options: {
		readonly width: number;
		readonly role: Role;
		readonly ellipsis: string;
		/** Blanks before each line. */
		readonly indent?: number;
		readonly most?: number;
	},
): readonly Line[] => {
	const {width, role, ellipsis, indent = 1, most = Number.MAX_SAFE_INTEGER} = options;
	const lead = ' '.repeat(indent);
	const rows = wrapLine(text, Math.max(4, width - indent - 1));
	return rows.slice(0, most).map(({start, end}, index) => {
		const isCut = index === most - 1 && rows.length > most;
		const shown = isCut ? text.slice(start) : text.slice(start, end).trimEnd();
		return fitLine([span(`${lead}${shown}`, role)], width, ellipsis);
	});
};
