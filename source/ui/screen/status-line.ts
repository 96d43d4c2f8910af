import {textWidth} from '../../domain/text/width.ts';
import {sayProblemLine} from '../../language/problem.ts';
import {scopeOf} from '../key/scope.ts';
import {bothEnds, fitLine, type Line, span} from '../part/line.ts';
import {dotted, keyOf, type Look, rule} from '../part/look.ts';
import {sayWords} from '../say-words.ts';
import {cursorIn, placeIn, shownItems} from '../settings/current.ts';
import type {ComposerState} from '../state/composer-state.ts';
import {shapeOf, ticketWidth} from '../state/geometry.ts';
import type {State} from '../state/state.ts';
import {ticketLines} from '../state/ticket-lines.ts';
import {nextUndo} from '../state/undo.ts';
import {reviewView} from './compose/review-pane.ts';
import {errorLine} from './error-bar.ts';
import {filterSpan} from './filter-words.ts';

/** What can be done now: look at what failed, take it back. */
const offersOf = (state: State, look: Look): string => {
	const {toast, failures} = state;
	const {say} = look;
	if (toast?.place === 'outbox')
		return `${keyOf(look, 'palette', 'list')} ${say('settings.tab.outbox')}`;
	const {isOpen, past} = state.settings;
	const settingsEntry = past.length > 0 ? {until: null} : null;
	const entry = isOpen ? settingsEntry : nextUndo(state.undo.past, state.now);
	const key = keyOf(look, 'undo');
	const isListed = toast?.tone !== 'ok' && failures.length > 0 && scopeOf(state) === 'list';
	const list = isListed ? say('toast.failuresKey', {key: keyOf(look, 'failures', 'list')}) : '';
	if (toast?.canUndo !== true || entry === null || state.composer !== null) return list;
	const undo =
		entry.until === null
			? say('toast.undoKey', {key})
			: say('toast.callBackKey', {n: Math.ceil((entry.until - state.now) / 1000), key});
	return list === '' ? undo : `${list}   ${undo}`;
};

const toastLine = (state: State, look: Look): Line | null => {
	const {toast} = state;
	if (toast === null) return null;
	const {say, glyphs} = look;
	const words = toast.words === null ? '' : sayWords(say, toast.words, state.now);
	const problem = toast.problem === null ? '' : sayProblemLine(say, toast.problem);
	const sign = toast.tone === 'ok' ? glyphs.done : '!';
	const offers = offersOf(state, look);
	return bothEnds({
		left: [span(` ${sign} ${dotted(look, [words, problem])}`, toast.tone)],
		right: [span(offers === '' ? ' ' : ` ${offers} `, 'accent')],
		width: state.size.columns,
		ellipsis: glyphs.ellipsis,
	});
};

const listStatus = (state: State, look: Look): Line => {
	const {list, size} = state;
	const {say, glyphs} = look;
	const {sort} = list.query;
	// Until the answer comes, the rows shown are those of the question before.
	const place = list.loaded
		? say('list.place', {n: list.total === 0 ? 0 : list.cursor + 1, total: list.total})
		: say('empty.loading');
	const sorting = say('list.sort', {sort: say(`sort.${sort}`)});
	return bothEnds({
		left: [span(` ${size.columns < 60 ? place : dotted(look, [place, sorting])}`, 'faint')],
		right: [filterSpan(state, look)],
		width: size.columns,
		ellipsis: glyphs.ellipsis,
	});
};

const ticketStatus = (state: State, look: Look): Line => {
	const {ticket, list, size} = state;
	const {say} = look;
	const entries =
		ticket === null ? 0 : (ticketLines(ticket, ticketWidth(size))?.entries.length ?? 0);
	const message =
		ticket === null || entries === 0
			? ''
			: say('ticket.place', {n: ticket.current + 1, total: entries});
	const position = say('list.place', {n: list.cursor + 1, total: list.total});
	return bothEnds({
		left: [span(` ${message}`, 'faint')],
		right: [span(` ${position} `, 'faint')],
		width: size.columns,
		ellipsis: look.glyphs.ellipsis,
	});
};

const settingsStatus = (state: State, look: Look): Line => {
	const {say, glyphs} = look;
	const {columns} = state.size;
	if (state.settings.form !== null) return fitLine([], columns, '');
	const total = shownItems(state).length;
	const {filter} = placeIn(state);
	const place = say('list.place', {n: total === 0 ? 0 : cursorIn(state) + 1, total});
	return bothEnds({
		left: [span(` ${place}`, 'faint')],
		right: [span(filter === '' ? ' ' : ` ${say('list.filter', {filter})} `, 'accent')],
		width: columns,
		ellipsis: glyphs.ellipsis,
	});
};

/** How many tickets the next action is for, also those that one does not see, and the filter. */
const marksLine = (state: State, look: Look): Line => {
	const {marks, list, size} = state;
	const {say, glyphs} = look;
	const away = marks.away.size;
	const marked = say('count.marked', {n: marks.selection.marked.size});
	const hidden = away === 0 ? '' : say('count.away', {n: away});
	const title = dotted(look, [marked, hidden]);
	const shown = list.query.filter === '' ? span('') : filterSpan(state, look);
	const isTight = textWidth(title) + textWidth(shown.text) + 5 > size.columns;
	return bothEnds({
		left: rule(look, size.columns, title).flatMap(part =>
			hidden !== '' && part.text.endsWith(`${hidden} `)
				? [{...part, text: part.text.slice(0, -hidden.length - 1)}, span(`${hidden} `, 'warn')]
				: [part],
		),
		right: isTight ? [] : [shown],
		width: size.columns,
		ellipsis: glyphs.horizontal,
	});
};

/** Which part of a review is seen, and how the rest is; nothing when all of it is. */
const reviewStatus = (composer: ComposerState, state: State, look: Look): Line => {
	const {say, glyphs} = look;
	const {top, last, height, total} = reviewView(composer, {state, look});
	const width = state.size.columns;
	if (composer.stage === 'write' || last === 0) return fitLine([], width, '');
	const place = say('review.place', {from: top + 1, to: top + height, of: total});
	const keys = ['down', 'up', 'readOn'].map(verb => keyOf(look, verb, 'review')).join(' ');
	const how = ` ${say('review.scroll', {keys})} `;
	const isTight = textWidth(place) + textWidth(how) + 1 > width;
	return bothEnds({
		left: [span(` ${place}`, 'accent')],
		right: isTight ? [] : [span(how, 'faint')],
		width,
		ellipsis: glyphs.ellipsis,
	});
};

/** The line above the hints: a message, the marked tickets, or where one is. */
export const statusLine = (state: State, look: Look): Line => {
	const error = state.composer === null ? null : errorLine(state, look);
	const message = error ?? toastLine(state, look);
	if (message !== null) return message;
	if (state.composer !== null) return reviewStatus(state.composer, state, look);
	if (state.settings.isOpen) return settingsStatus(state, look);
	if (state.marks.selection.marked.size > 0 && state.pane === 'list') return marksLine(state, look);
	return state.pane === 'ticket' && shapeOf(state.size) !== 'tiny'
		? ticketStatus(state, look)
		: listStatus(state, look);
};
