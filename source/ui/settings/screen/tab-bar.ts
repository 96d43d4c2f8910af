import type {TextKey} from '../../../language/say.ts';
import {fitLine, type Line, lineWidth, type Span, span} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import type {State} from '../../state/state.ts';
import {settingsTabs} from '../tab-list.ts';

/** All labels whole, or the one of the active tab alone. */
type Labels = 'long' | 'short';

const spansOf = (state: State, {say}: Look, labels: Labels): readonly Span[] =>
	settingsTabs.map(({name}) => {
		const isActive = name === state.settings.tab;
		const isLong = labels === 'long' || isActive;
		const key = isLong ? `settings.tab.${name}` : `settings.tab.short.${name}`;
		const label = say(key as TextKey);
		return isActive ? span(`[${label}]`, 'accent') : span(` ${label} `, 'faint');
	});

/** As many tabs around the active one as fit, with signs where more follow. */
const scrolled = (spans: readonly Span[], active: number, width: number): Line => {
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

/** The tabs of the settings: their labels shorten with the width, then the bar scrolls. */
export const settingsTabBar = (state: State, look: Look): Line => {
	const width = state.size.columns;
	const {ellipsis} = look.glyphs;
	const long = spansOf(state, look, 'long');
	if (lineWidth(long) <= width) return fitLine(long, width, ellipsis);
	const short = spansOf(state, look, 'short');
	if (lineWidth(short) <= width) return fitLine(short, width, ellipsis);
	const active = settingsTabs.findIndex(({name}) => name === state.settings.tab);
	return fitLine(scrolled(short, active, width), width, ellipsis);
};
