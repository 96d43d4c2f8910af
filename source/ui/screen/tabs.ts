import {viewAsking} from '../../domain/list/saved-view.ts';
import {tabs} from '../../domain/list/tab.ts';
import {textWidth} from '../../domain/text/width.ts';
import {truncate} from '../look/width.ts';
import {fitLine, type Line, type Span, span} from '../part/line.ts';
import type {Look} from '../part/look.ts';
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

const cells = (spans: readonly Span[]): number =>
	spans.reduce((sum, part) => sum + textWidth(part.text), 0);

/** As many tabs around the active one as fit, with signs where more follow. */
const scrolled = (spans: readonly Span[], active: number, width: number): Line => {
	let first = active;
	let last = active;
	const fits = (from: number, to: number) => cells(spans.slice(from, to + 1)) <= width - 2;
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

/** The tabs with their live counts. Labels shorten with the width, then the bar scrolls. */
export const tabsLine = (state: State, look: Look): Line => {
	const width = state.size.columns;
	const shown = tabsOf(state, look);
	for (const labels of ['long', 'short', 'active'] as const) {
		const spans = shown.map(tab => tabSpan(tab, labels));
		if (cells(spans) <= width) return fitLine(spans, width, look.glyphs.ellipsis);
		if (labels !== 'active') continue;
		const active = shown.findIndex(tab => tab.isActive);
		return fitLine(scrolled(spans, active, width), width, look.glyphs.ellipsis);
	}
	return [];
};
