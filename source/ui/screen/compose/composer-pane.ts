import {isHandChannel} from '../../../domain/channel.ts';
import {drawnRows, locate} from '../../../domain/text/layout.ts';
import {fieldView} from '../../../domain/text/text-field.ts';
import {clockSeconds} from '../../../language/when.ts';
import {hasNewer} from '../../compose/has-newer.ts';
import {fit} from '../../look/width.ts';
import {bothEnds, fitLine, type Line, span} from '../../part/line.ts';
import {type Look, rule} from '../../part/look.ts';
import {withCursor} from '../../part/with-cursor.ts';
import {bodyLayout, bodyRows, shownFields} from '../../state/body-layout.ts';
import type {ComposerState, HeaderField} from '../../state/composer-state.ts';
import type {State} from '../../state/state.ts';
import {attachedText} from './attached.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

/** When the text was last written, and whether it is all of it. */
const savedText = (composer: ComposerState, {say}: Look): string => {
	const {saved, revision, keptLocally} = composer;
	if (saved === null) return revision === 0 ? '' : say('composer.saving');
	const time = clockSeconds(saved.at, say.language);
	if (keptLocally) return say('composer.keptHere', {time});
	return saved.revision < revision ? say('composer.saving') : say('composer.saved', {time});
};

/** `Antwort auf 202611230417 Betreff              Entwurf gesichert 14:05:31` */
export const composerTitle = (composer: ComposerState, place: Place, what: string): Line => {
	const {look, width} = place;
	const saved = savedText(composer, look);
	return bothEnds({
		left: [span(` ${what} ${composer.number} ${composer.ticket.subject}`, 'accent')],
		right: [span(saved === '' ? ' ' : ` ${saved} `, composer.keptLocally ? 'warn' : 'faint')],
		width,
		ellipsis: look.glyphs.ellipsis,
	});
};

const fieldLine = (composer: ComposerState, field: HeaderField, place: Place): Line => {
	const {look, width} = place;
	const isCaller = field === 'from' && isHandChannel(composer.kind);
	const label = fit(look.say(isCaller ? 'field.requester' : `field.${field}`), 10, {ellipsis: ''});
	const isFocused = composer.focus === field;
	const buffer = composer.fields[field];
	const view = isFocused ? fieldView(buffer, width - 13) : {text: buffer.lines[0] ?? '', column: 0};
	const shown = fit(view.text, width - 12, {
		ellipsis: isFocused ? '' : look.glyphs.ellipsis,
	}).trimEnd();
	const body: Line = isFocused
		? withCursor(shown, view.column)
		: [span(shown === '' ? look.glyphs.none : shown, shown === '' ? 'faint' : 'text')];
	return fitLine([span(` ${label} `, isFocused ? 'accent' : 'faint'), ...body], width, '');
};

const isQuoted = (text: string): boolean => text.startsWith('>');

const bodyLines = (composer: ComposerState, place: Place, height: number): readonly Line[] => {
	const {state, width} = place;
	const layout = bodyLayout(composer, state.size);
	const cursor = locate(layout, composer.body.cursor);
	const rows = drawnRows(layout, {top: composer.top, height});
	return Array.from({length: height}, (_, index) => {
		const row = rows[index];
		if (row === undefined) return fitLine([], width, '');
		const line = composer.body.lines[row.line] ?? '';
		const hasCursor = composer.focus === 'body' && cursor.row === composer.top + index;
		const content: Line = hasCursor
			? withCursor(row.text.trimEnd(), cursor.column)
			: [span(row.text.trimEnd(), isQuoted(line) ? 'quote' : 'text')];
		return fitLine([span(' '), ...content], width, '');
	});
};

/** Above the hints: who else is here, that the ticket is newer, what is attached. */
const noteLine = (composer: ComposerState, place: Place): Line => {
	const {state, look, width} = place;
	const {say} = look;
	const presence = state.presence.get(composer.number);
	const names = [...(presence?.writing ?? []), ...(presence?.viewing ?? [])];
	if (hasNewer(composer, state))
		return fitLine([span(` ! ${say('composer.newer')}`, 'warn')], width, look.glyphs.ellipsis);
	if (names.length > 0)
		return fitLine(
			[span(` ! ${say('composer.others', {names: [...new Set(names)].join(', ')})}`, 'warn')],
			width,
			look.glyphs.ellipsis,
		);
	const files = attachedText(composer, state, look);
	if (files === '') return rule(look, width);
	return fitLine(
		[span(` ${say('field.attachments')}: ${files}`, 'accent')],
		width,
		look.glyphs.ellipsis,
	);
};

/** The text being written: title, header fields, body, notes. Without status line and hints. */
export const composerPane = (composer: ComposerState, place: Place): readonly Line[] => {
	const {state, look, width} = place;
	const height = bodyRows(state, composer);
	return [
		composerTitle(composer, place, look.say(`composer.${composer.kind}`)),
		...shownFields(composer).map(field => fieldLine(composer, field, place)),
		rule(look, width),
		...bodyLines(composer, place, height),
		noteLine(composer, place),
	];
};
