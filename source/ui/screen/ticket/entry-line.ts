import {type Entry, firstWords} from '../../../domain/conversation.ts';
import type {Attachment} from '../../../domain/message.ts';
import type {Seal, SealState} from '../../../domain/receive/seal.ts';
import {textWidth} from '../../../domain/text/width.ts';
import {size} from '../../../language/size.ts';
import {shortTime} from '../../../language/when.ts';
import type {Role} from '../../look/theme.ts';
import {fit} from '../../look/width.ts';
import {agentName} from '../../part/agent-name.ts';
import {bothEnds, fitLine, type Line, lineWidth, span} from '../../part/line.ts';
import {keyOf, type Look} from '../../part/look.ts';
import type {State} from '../../state/state.ts';
import type {TicketLine} from '../../state/ticket-lines.ts';
import {deliverySpan} from './delivery-text.ts';
import {noteText} from './note-text.ts';

type Place = {
	readonly state: State;
	readonly look: Look;
	readonly width: number;
	/** Cells of the longest time in the conversation. */
	readonly timeWidth: number;
};

const authorOf = (entry: Entry, {state, look}: Place): string => {
	if (entry.kind === 'comment')
		return `${look.glyphs.comment} ${look.say('word.internal')} ${look.glyphs.separator} ${agentName(state, entry.comment.author)}`;
	const {message} = entry;
	if (message.direction === 'out')
		return `${agentName(state, message.author) || message.from.name || message.from.address} ${look.glyphs.outgoing}`;
	return message.from.name || message.from.address;
};

const remark = (entry: Entry, {look}: Place): string => {
	if (entry.kind === 'comment') return '';
	const {message} = entry;
	if (message.direction === 'out' && message.state !== 'sent')
		return look.say(`message.${message.state}`);
	const n = message.attachments.length;
	return [
		message.automatic === null ? '' : look.say('message.automatic'),
		n === 0 ? '' : look.say('count.attachments', {n}),
	]
		.filter(part => part !== '')
		.join(` ${look.glyphs.separator} `);
};

const roleOf = (entry: Entry, isCurrent: boolean): Role => {
	if (isCurrent) return 'accent';
	return entry.kind === 'comment' ? 'comment' : 'text';
};

/** `▸ Mo 09:12  Jörg Übelacker     Guten Tag, ich kann mich …`; open: without the first words. */
const headLine = (
	entry: Entry,
	{isOpen, isCurrent}: {readonly isOpen: boolean; readonly isCurrent: boolean},
	place: Place,
): Line => {
	const {state, look, width} = place;
	const {glyphs, say} = look;
	const fold = isOpen ? glyphs.unfolded : glyphs.folded;
	const time = fit(shortTime(entry.at, state.now, say.language), place.timeWidth);
	const sign = isCurrent ? glyphs.cursor : ' ';
	const author = authorOf(entry, place);
	const right = remark(entry, place);
	const beside = place.timeWidth + textWidth(right) + 7;
	const room = isOpen
		? Math.max(8, width - beside)
		: Math.max(12, Math.min(26, Math.floor(width / 4)));
	const role = roleOf(entry, isCurrent);
	const left: Line = [
		span(`${sign}${fold} `, role),
		span(`${time} `, 'faint'),
		span(
			fit(author, isOpen ? Math.min(room, textWidth(author) + 4) : room, {
				ellipsis: glyphs.ellipsis,
			}),
			role,
		),
	];
	const words = isOpen ? '' : ` ${firstWords(entry)}`;
	return bothEnds({
		left: [...left, span(words, 'faint')],
		right:
			right === '' ? [span(' ')] : [span(` ${right} `, right.startsWith('!') ? 'bad' : 'faint')],
		width,
		ellipsis: glyphs.ellipsis,
	});
};

const files = (attachments: readonly Attachment[], {say}: Look): string =>
	attachments
		.map((file, index) => `[${index + 1}] ${file.name} ${size(file.size, say.language)}`)
		.join('   ');

/** Notes that only inform: nothing has to be done about them. */
const isCalm = (note: string): boolean => /^note\.(?:sender-verified|signed-)/u.test(note);

const sealRoles: Partial<Record<SealState, Role>> = {good: 'ok', opened: 'ok', bad: 'bad'};

const sealSpan = (seal: Seal | null, {say}: Look) =>
	seal === null
		? span(say('seal.none'), 'faint')
		: span(
				say(`seal.${seal.state}`, {tool: seal.tool, by: seal.by}),
				sealRoles[seal.state] ?? 'warn',
			);

const bodySpan = (line: TicketLine, entry: Entry, search: string, place: Place) => {
	const {look} = place;
	const {say, glyphs} = look;
	const isComment = entry.kind === 'comment';
	switch (line.kind) {
		case 'text': {
			const isFound = search !== '' && line.text.toLowerCase().includes(search);
			return span(line.text, isFound ? 'warn' : isComment ? 'comment' : 'text');
		}
		case 'quote':
			return span(line.text, 'quote');
		case 'signature':
			return span(line.text, 'faint');
		case 'folded-quote':
			return span(
				`${glyphs.quote} ${say('ticket.quoted', {n: line.count, key: keyOf(look, 'quotes')})}`,
				'quote',
			);
		case 'note':
			return span(noteText(line.note, say), isCalm(line.note) ? 'faint' : 'warn');
		case 'seal':
			return sealSpan(line.seal, look);
		case 'files':
			return span(entry.kind === 'message' ? files(entry.message.attachments, look) : '', 'accent');
		case 'bounce':
		case 'state':
		case 'reason':
		case 'why':
		case 'remedy':
		case 'outbox':
			return deliverySpan(line, entry, place);
		default:
			return span('');
	}
};

/** One line of the conversation as it is drawn. */
export const entryLine = (line: TicketLine, entry: Entry, place: Place): Line => {
	const view = place.state.ticket;
	const {ellipsis} = place.look.glyphs;
	if (line.kind === 'head') {
		const isCurrent = line.entry === view?.current;
		return headLine(entry, {isOpen: line.open, isCurrent}, place);
	}
	const body = bodySpan(line, entry, view?.search.toLowerCase() ?? '', place);
	const isBare = entry.kind !== 'comment' || line.kind === 'blank';
	const indent = span(isBare ? '   ' : ` ${place.look.glyphs.vertical} `, 'comment');
	const full: Line = [indent, body];
	return lineWidth(full) > place.width
		? fitLine(full, place.width, ellipsis)
		: fitLine(full, place.width, '');
};
