import type {Ticket} from '../../../domain/ticket.ts';
import {longTime, shortTime} from '../../../language/when.ts';
import {fit} from '../../look/width.ts';
import {agentInitials, agentName} from '../../part/agent-name.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import type {State} from '../../state/state.ts';
import {historyText} from './history-text.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

/** One change of the ticket: when, who, what. The newest stands first. */
export const historyLine = (ticket: Ticket, index: number, place: Place): Line => {
	const entry = ticket.history.at(-1 - index);
	const {state, look, width} = place;
	if (entry === undefined) return fitLine([], width, '');
	const {ellipsis, none, outgoing} = look.glyphs;
	const isNarrow = width < 60;
	const time = isNarrow
		? fit(shortTime(entry.at, state.now, look.say.language), 11, {ellipsis: ''})
		: fit(longTime(entry.at, look.say.language), 23, {ellipsis: ''});
	const who = isNarrow
		? fit(agentInitials(state, entry.by), 2)
		: fit(agentName(state, entry.by), 18, {ellipsis});
	const words = {say: look.say, me: state.me, none, between: outgoing};
	return fitLine(
		[span(` ${time} `, 'faint'), span(`${who} `), span(historyText(entry, words))],
		width,
		ellipsis,
	);
};
