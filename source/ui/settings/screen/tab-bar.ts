import type {TextKey} from '../../../language/say.ts';
import {fitLine, type Line, lineWidth, type Span, span} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import {scrolledTabs} from '../../part/scrolled-tabs.ts';
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

/** The tabs of the settings: their labels shorten with the width, then the bar scrolls. */
export const settingsTabBar = (state: State, look: Look): Line => {
	const width = state.size.columns;
	const {ellipsis} = look.glyphs;
	const long = spansOf(state, look, 'long');
	if (lineWidth(long) <= width) return fitLine(long, width, ellipsis);
	const short = spansOf(state, look, 'short');
	if (lineWidth(short) <= width) return fitLine(short, width, ellipsis);
	const active = settingsTabs.findIndex(({name}) => name === state.settings.tab);
	return fitLine(scrolledTabs(short, active, width), width, ellipsis);
};
