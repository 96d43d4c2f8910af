import {lineWidth, span} from '../part/line.ts';
import {errorHeight, footHeight, hasTitle, shapeOf} from '../state/geometry.ts';
import type {Size, State} from '../state/state.ts';

/** Lines above the list of the settings: title, tabs, rule. */
export const settingsHead = (size: Size): number => (hasTitle(size) ? 3 : 2);

/** Lines between head and foot, without the error bar. */
export const settingsBody = (state: State): number =>
	Math.max(1, state.size.rows - settingsHead(state.size) - footHeight - errorHeight(state));

/** Items that fit on the screen at once: without the column heads and the line below. */
export const settingsRows = (state: State): number => Math.max(1, settingsBody(state) - 2);

/** First line of a list or form that keeps a line in view, in the same place for the same line. */
export const topFor = (options: {
	readonly line: number;
	readonly height: number;
	readonly total: number;
}): number => {
	const {line, height, total} = options;
	return Math.max(0, Math.min(total - height, line - Math.floor(height * 0.6)));
};

/** Cells of a label in a form. Where there is room, a long one pushes its value aside. */
export const labelCells = (size: Size, label: string): number =>
	shapeOf(size) === 'narrow' ? 18 : Math.max(28, lineWidth([span(label)]) + 1);

/** Cells of a text of several lines in a form. */
export const linesWidth = ({columns}: Size): number => Math.max(8, columns - 5);
