import {type Line, lineWidth, type Span, span} from './line.ts';

/** As many tabs around the active one as fit, with signs where more follow. */
export const scrolledTabs = (spans: readonly Span[], active: number, width: number): Line => {
	let first = active;
	let last = active;
	const fits = (from: number, to: number) => lineWidth(spans.slice(from, to + 1)) <= width - 2;
	for (let step = 0; step < spans.length; step++) {
		if (last < spans.length - 1 && fits(first, last + 1)) last++;
		if (first > 0 && fits(first - 1, last)) first--;
	}
	return [
		span(first > 0 ? '<' : ' ', 'faint'),
		...spans.slice(first, last + 1),
		span(last < spans.length - 1 ? '>' : ' ', 'faint'),
	];
};
