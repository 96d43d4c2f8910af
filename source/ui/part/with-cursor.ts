import {graphemes} from '../../domain/text/grapheme.ts';
import {textWidth} from '../../domain/text/width.ts';
import {type Line, type Span, span} from './line.ts';

/** The text with the grapheme at a column in the role of the cursor; a blank behind its end. */
export const withCursor = (text: string, column: number): Line => {
	let cells = 0;
	let before = '';
	let at = ' ';
	let after = '';
	for (const grapheme of graphemes(text)) {
		if (cells < column) before += grapheme;
		else if (cells === column) at = grapheme;
		else after += grapheme;
		cells += textWidth(grapheme);
	}
	const parts: readonly Span[] = [span(before), span(at, 'cursor'), span(after)];
	return parts.filter(part => part.text !== '');
};
