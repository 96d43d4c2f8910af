import {type TabName, tabs} from '../../domain/list/tab.ts';
import {textWidth} from '../../domain/text/width.ts';
import {fitLine, type Line, type Span, span} from '../part/line.ts';
import type {Look} from '../part/look.ts';
import type {State} from '../state/state.ts';

type Tab = {readonly name: TabName; readonly digit: string};

type Labels = 'long' | 'short' | 'active';

const labelOf = (tab: Tab, labels: Labels, state: State, {say}: Look): string => {
	const isActive = tab.name === state.list.query.tab;
	if (labels === 'long' || (labels === 'active' && isActive)) return say(`tab.${tab.name}`);
	return labels === 'short' ? say(`tab.short.${tab.name}`) : '';
};

const tabSpan = (tab: Tab, labels: Labels, state: State, look: Look): Span => {
	const count = state.list.counts?.[tab.name];
	const parts = [tab.digit, labelOf(tab, labels, state, look), count ?? ''].filter(
		part => part !== '',
	);
	const isActive = tab.name === state.list.query.tab;
	return isActive ? span(`[${parts.join(' ')}]`, 'accent') : span(` ${parts.join(' ')} `, 'faint');
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
	for (const labels of ['long', 'short', 'active'] as const) {
		const spans = tabs.map(tab => tabSpan(tab, labels, state, look));
		if (cells(spans) <= width) return fitLine(spans, width, look.glyphs.ellipsis);
		if (labels !== 'active') continue;
		const active = tabs.findIndex(tab => tab.name === state.list.query.tab);
		return fitLine(scrolled(spans, active, width), width, look.glyphs.ellipsis);
	}
	return [];
};
