import {textWidth} from '../../../domain/text/width.ts';
import type {TextKey} from '../../../language/say.ts';
import {clockTime} from '../../../language/when.ts';
import {fit, truncate} from '../../look/width.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {keyOf, type Look} from '../../part/look.ts';
import type {State} from '../../state/state.ts';
import {columnsFor} from './column.ts';

/** The line above the rows that names the columns. */
export const columnHead = (look: Look, width: number): Line => {
	const cells = columnsFor(width).map(({name, width: cells}) =>
		fit(look.say(`field.${name}`), cells, {
			ellipsis: '',
			align: name === 'age' || name === 'messages' ? 'end' : 'start',
		}),
	);
	return [span(fit(`      ${cells.join(' ')}`, width, {ellipsis: ''}), 'faint')];
};

const nextSteps = (state: State, look: Look): readonly string[] => {
	const {say} = look;
	const {counts, query} = state.list;
	const {imported} = state.desk;
	const steps: string[] = [];
	if (query.filter !== '') return [say('empty.clearFilter', {key: keyOf(look, 'escape')})];
	if (query.tab !== 'inbox' && counts !== null)
		steps.push(say('empty.inbox', {key: keyOf(look, 'tab0'), n: counts.inbox}));
	if (state.me?.accounts.length === 0 && state.me.rights.includes('accounts'))
		return [say('empty.setup', {key: keyOf(look, 'palette')})];
	const key = keyOf(look, 'fetch');
	steps.push(
		imported === null
			? say('empty.fetch', {key})
			: say('empty.fetchedAt', {key, time: clockTime(imported, say.language)}),
	);
	return steps;
};

const emptyText = (state: State, {say}: Look): string => {
	const {query} = state.list;
	if (query.filter !== '') return say('empty.filter', {filter: query.filter});
	const own = `empty.tab.${query.tab}` as TextKey;
	return say(own);
};

const centred = (text: string, width: number, ellipsis: string): Line => {
	const shown = truncate(text, width, ellipsis);
	const before = Math.floor((width - textWidth(shown)) / 2);
	return fitLine([span(' '.repeat(before)), span(shown)], width, ellipsis);
};

/** What stands in place of rows: loading, a problem, or what to do when there is nothing to do. */
export const emptyList = (
	state: State,
	look: Look,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	const {say, glyphs} = look;
	const {list} = state;
	const texts =
		list.problem !== null
			? [say(`problem.${list.problem.name}.what` as TextKey, list.problem.details)]
			: list.loaded
				? [emptyText(state, look), '', ...nextSteps(state, look)]
				: [say('empty.loading')];
	const top = Math.max(0, Math.floor((height - texts.length) / 3));
	const lines = [...Array<string>(top).fill(''), ...texts].slice(0, height);
	return Array.from({length: height}, (_, index) =>
		centred(lines[index] ?? '', width, glyphs.ellipsis),
	);
};
