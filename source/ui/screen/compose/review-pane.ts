import {isHandChannel} from '../../../domain/channel.ts';
import {textOf} from '../../../domain/text/text-buffer.ts';
import {wrapLine} from '../../../domain/text/wrap.ts';
import type {TextKey} from '../../../language/say.ts';
import {fit} from '../../look/width.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {type Look, rule} from '../../part/look.ts';
import type {ComposerState, HeaderField} from '../../state/composer-state.ts';
import type {Distance} from '../../state/event.ts';
import {composerWidth, footHeight} from '../../state/geometry.ts';
import type {State} from '../../state/state.ts';
import {attachedText} from './attached.ts';
import {composerTitle} from './composer-pane.ts';
import {findings} from './finding.ts';
import {recipientRows, wholeRow} from './recipient-rows.ts';

type Place = {
	readonly state: State;
	readonly look: Look;
	readonly width: number;
};

const row = (label: string, text: string, {look, width}: Place, cells = 10): Line =>
	fitLine(
		[
			span(` ${fit(label, cells, {ellipsis: ''})} `, 'faint'),
			span(text === '' ? look.glyphs.none : text),
		],
		width,
		look.glyphs.ellipsis,
	);

/** What a note by hand becomes: whose ticket, about what, and where it goes. */
const noteRows = (composer: ComposerState, place: Place): readonly Line[] => {
	const {say} = place.look;
	const field = (name: HeaderField) => textOf(composer.fields[name]);
	const ticket = place.state.ticket?.ticket ?? composer.ticket;
	const rows = [
		['field.requester', field('from')],
		['field.subject', field('subject')],
		['field.queue', ticket.queue ?? ''],
		['field.project', ticket.project ?? ''],
		['field.assignee', ticket.assignee ?? ''],
		['field.attachments', attachedText(composer, place.state, place.look)],
	] as const;
	return rows.map(([label, text]) => row(say(label), text, place, 13));
};

const headRows = (composer: ComposerState, place: Place): readonly Line[] => {
	const {say} = place.look;
	const field = (name: HeaderField) => textOf(composer.fields[name]);
	const status = composer.status ?? place.state.me?.desk.statusAfterReply ?? 'waiting_customer';
	return [
		...recipientRows(composer, place),
		...wholeRow(say('field.from'), field('from'), place),
		...wholeRow(say('field.subject'), field('subject'), place),
		...wholeRow(
			say('field.attachments'),
			attachedText(composer, place.state, place.look) || say('word.none'),
			place,
		),
		row(say('review.after'), say('review.status', {status: say(`status.${status}`)}), place),
	];
};

/** A finding in as many lines as it needs: what it warns of must not be cut off. */
const findingLines = (text: string, {look, width}: Place): readonly Line[] =>
	wrapLine(text, width - 3).map(({start, end}, index) =>
		fitLine(
			[span(`${index === 0 ? ' ! ' : '   '}${text.slice(start, end).trimEnd()}`, 'warn')],
			width,
			look.glyphs.ellipsis,
		),
	);

/** A line of the text in as many rows as it needs: what goes out is read here for the last time. */
const bodyLines = (text: string, {look, width}: Place): readonly Line[] =>
	wrapLine(text, width).map(({start, end}) =>
		fitLine(
			[span(` ${text.slice(start, end).trimEnd()}`, text.startsWith('>') ? 'quote' : 'text')],
			width,
			look.glyphs.ellipsis,
		),
	);

/** All of the review below its title: who gets it, what is odd, what happens then, the text. */
const reviewLines = (composer: ComposerState, place: Place): readonly Line[] => {
	const {state, look, width} = place;
	const isComment = composer.kind === 'comment';
	const isNote = isHandChannel(composer.kind);
	const found = findings(composer, state, look);
	return [
		...(isComment ? [] : isNote ? noteRows(composer, place) : headRows(composer, place)),
		...found.flatMap(text => findingLines(text, place)),
		...(isComment && found.length === 0 ? [] : [rule(look, width)]),
		...composer.body.lines.flatMap(text => bodyLines(text, place)),
	];
};

const titleHeight = 2;

type View = {readonly top: number; readonly last: number; readonly height: number};

/** Which of `total` lines are seen: the whole window is the review's. */
const viewOf = ({reviewTop}: ComposerState, {size}: State, total: number): View => {
	const height = Math.max(1, size.rows - footHeight - titleHeight);
	const last = Math.max(0, total - height);
	return {top: Math.min(reviewTop, last), last, height};
};

/** The part of the review that is seen, and of how many lines. */
export const reviewView = (
	composer: ComposerState,
	{state, look}: Omit<Place, 'width'>,
): View & {readonly total: number} => {
	const total = reviewLines(composer, {state, look, width: composerWidth(state.size)}).length;
	return {...viewOf(composer, state, total), total};
};

/** First line on the screen after a move; never below the last page. */
export const scrolledReview = (
	composer: ComposerState,
	distance: Distance,
	place: Omit<Place, 'width'>,
): number => {
	const {top, last, height} = reviewView(composer, place);
	if ('to' in distance) return distance.to === 'first' ? 0 : last;
	const by = 'by' in distance ? distance.by : Math.trunc(distance.pages * height);
	return Math.max(0, Math.min(last, top + by));
};

/** The second step before a mail goes out. What does not fit is scrolled to. */
export const reviewPane = (composer: ComposerState, place: Place): readonly Line[] => {
	const {look, width} = place;
	const isComment = composer.kind === 'comment';
	const isNote = isHandChannel(composer.kind);
	const title = look.say(
		composer.stage === 'sending'
			? 'review.sending'
			: (`review.${isComment ? 'comment' : isNote ? 'record' : 'send'}` as TextKey),
	);
	const lines = reviewLines(composer, place);
	return [
		composerTitle(composer, place, title),
		rule(look, width),
		...lines.slice(viewOf(composer, place.state, lines.length).top),
	];
};
