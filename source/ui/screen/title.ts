import {viewAsking} from '../../domain/list/saved-view.ts';
import {textWidth} from '../../domain/text/width.ts';
import {clockTime} from '../../language/when.ts';
import {bothEnds, type Line, span} from '../part/line.ts';
import {dotted, keyOf, type Look} from '../part/look.ts';
import type {State} from '../state/state.ts';
import {nextUndo} from '../state/undo.ts';
import {lateText} from './late-mark.ts';

const connection = (state: State, {say}: Look): string => {
	const {desk} = state;
	if (desk.connection === 'opening') return say('title.connecting');
	if (desk.connection === 'open') return '';
	return say('title.offline', {time: clockTime(desk.since, say.language)});
};

const importing = (state: State, {say}: Look): string => {
	const [first] = state.desk.importing;
	if (first === undefined) return '';
	const [account, {done, total}] = first;
	return say('title.importing', {account, done, total});
};

/** The outbox, with the countdown of the mail that can still be called back. */
const outbox = (state: State, look: Look): string => {
	const {say} = look;
	const last = nextUndo(state.undo.past, state.now);
	const seconds =
		last?.isSend === true && last.until !== null ? Math.ceil((last.until - state.now) / 1000) : 0;
	const n = Math.max(state.desk.outbox.size, seconds > 0 ? 1 : 0);
	if (n === 0) return '';
	const key = keyOf(look, 'undo');
	return seconds > 0 && key !== ''
		? say('title.callBack', {n, seconds, key})
		: say('title.outbox', {n});
};

const drafts = (state: State, {say}: Look): string =>
	state.drafts.length === 0 ? '' : say('count.drafts', {n: state.drafts.length});

const fetched = (state: State, {say}: Look): string => {
	const {imported, failed} = state.desk;
	if (failed.size > 0) return say('title.importFailed');
	return imported === null ? '' : say('title.fetched', {time: clockTime(imported, say.language)});
};

/** What is worth a place in the title line, the least important first to go. */
const facts = (state: State, look: Look, width: number): string => {
	const shown = [
		connection(state, look),
		lateText(state, look, state.size.columns),
		outbox(state, look),
		drafts(state, look),
		importing(state, look),
		fetched(state, look),
		state.me?.agent.name ?? '',
	].filter(part => part !== '');
	while (shown.length > 1 && textWidth(dotted(look, shown)) > width) shown.pop();
	return dotted(look, shown);
};

const isBad = ({desk}: State): boolean =>
	desk.connection === 'lost' || desk.failed.size + desk.late.length > 0;

/** ` raute · Support                    A. Weber · abgerufen 14:02` */
export const titleLine = (state: State, look: Look): Line => {
	const width = state.size.columns;
	const left = ` ${dotted(look, ['raute', state.me?.desk.name ?? ''])}`;
	const right = facts(state, look, width - 12);
	return bothEnds({
		left: [span(left, 'accent')],
		right: [span(` ${right} `, isBad(state) ? 'warn' : 'faint')],
		width,
		ellipsis: look.glyphs.ellipsis,
	});
};

/** The one line above a narrow list: tab, place in the list, and what is wrong. */
export const narrowTitle = (state: State, look: Look): Line => {
	const {list, size, own} = state;
	const view = viewAsking(own.views, list.query);
	const tab = view?.name ?? look.say(`tab.${list.query.tab}`);
	const place = list.total === 0 ? '0' : `${list.cursor + 1}/${list.total}`;
	const late = lateText(state, look, size.columns);
	const right = [connection(state, look), late, outbox(state, look), drafts(state, look)].find(
		part => part !== '',
	);
	return bothEnds({
		left: [span(` ${tab} ${place}`, 'accent')],
		right: [span(` ${right ?? fetched(state, look)} `, isBad(state) ? 'warn' : 'faint')],
		width: size.columns,
		ellipsis: look.glyphs.ellipsis,
	});
};
