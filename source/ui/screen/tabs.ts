import {viewAsking} from '../../domain/list/saved-view.ts';
import {tabs} from '../../domain/list/tab.ts';
import {truncate} from '../look/width.ts';
import {fitLine, type Line, lineWidth, type Span, span} from '../part/line.ts';
import type {Look} from '../part/look.ts';
import {scrolledTabs} from '../part/scrolled-tabs.ts';
import type {State} from '../state/state.ts';

type Labels = 'long' | 'short' | 'active';

/** A tab of the bar: one of the ten with its digit and count, or a saved view. */
type Tab = {
	readonly isActive: boolean;
	readonly digit: string;
	readonly long: string;
	readonly short: string;
	/** What is left when only the active tab keeps its label. */
	readonly least: string;
	readonly count: number | string;
};

const tabsOf = (state: State, {say, glyphs}: Look): readonly Tab[] => {
	const {query, counts} = state.list;
	const view = viewAsking(state.own.views, query);
	const usual = tabs.map(({name, digit}) => ({
		isActive: view === null && name === query.tab,
		digit,
		long: say(`tab.${name}`),
		short: say(`tab.short.${name}`),
		least: '',
		count: counts?.[name] ?? '',
	}));
	const saved = state.own.views.map(one => {
		const short = truncate(one.name, 8, glyphs.ellipsis);
		const isActive = one === view;
		const count = isActive && state.list.loaded ? state.list.total : '';
		return {isActive, digit: '', long: one.name, short, least: short, count};
	});
	return [...usual, ...saved];
};

const labelOf = ({isActive, long, short, least}: Tab, labels: Labels): string => {
	if (labels === 'long' || (labels === 'active' && isActive)) return long;
	return labels === 'short' ? short : least;
};

const tabSpan = (tab: Tab, labels: Labels): Span => {
	const parts = [tab.digit, labelOf(tab, labels), tab.count].filter(part => part !== '');
	return tab.isActive
		? span(`[${parts.join(' ')}]`, 'accent')
		: span(` ${parts.join(' ')} `, 'faint');
};

/** The tabs with their live counts. Labels shorten with the width, then the bar scrolls. */
export const tabsLine = (state: State, look: Look): Line => {
	const width = state.size.columns;
	const {ellipsis} = look.glyphs;
	const shown = tabsOf(state, look);
	const spansOf = (labels: Labels) => shown.map(tab => tabSpan(tab, labels));
	const fitting = (['long', 'short', 'active'] as const)
		.map(spansOf)
		.find(spans => lineWidth(spans) <= width);
	if (fitting !== undefined) return fitLine(fitting, width, ellipsis);
	const active = shown.findIndex(tab => tab.isActive);
	return fitLine(scrolledTabs(spansOf('active'), active, width), width, ellipsis);
};
