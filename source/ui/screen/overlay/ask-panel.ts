import {fieldView} from '../../../domain/text/text-field.ts';
import {wrapLine} from '../../../domain/text/wrap.ts';
import {asManyAsFit, fitLine, type Line, span} from '../../part/line.ts';
import {type Look, rule} from '../../part/look.ts';
import {withCursor} from '../../part/with-cursor.ts';
import {sayWords} from '../../say-words.ts';
import type {DialogState, PathState} from '../../state/overlay-state.ts';
import type {State} from '../../state/state.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

const paragraph = (text: string, {look, width}: Place): readonly Line[] =>
	wrapLine(text, width - 1).map(({start, end}) =>
		fitLine([span(` ${text.slice(start, end).trimEnd()}`)], width, look.glyphs.ellipsis),
	);

/** A question before something that cannot be taken back. Only the named key or text confirms. */
export const dialogPanel = (dialog: DialogState, place: Place): readonly Line[] => {
	const {state, look, width} = place;
	const {say} = look;
	const action = sayWords(say, dialog.action, state.now);
	const how =
		'key' in dialog.confirm
			? say('dialog.key', {key: dialog.confirm.key, action})
			: say('dialog.typeToConfirm', {text: dialog.confirm.text, typed: `${dialog.typed}_`});
	const enter = 'key' in dialog.confirm ? '' : say('dialog.key', {key: 'Enter', action});
	return [
		rule(look, width, sayWords(say, dialog.title, state.now)),
		...dialog.lines.flatMap(line => paragraph(sayWords(say, line, state.now), place)),
		fitLine([], width, ''),
		fitLine(
			[
				span(' '),
				span(
					asManyAsFit([how, enter, say('dialog.keep')].filter(Boolean), {
						width: width - 2,
						gap: '   ',
					}),
					'warn',
				),
			],
			width,
			look.glyphs.ellipsis,
		),
	];
};

/** A path being typed, with what it may become. */
export const pathPanel = (path: PathState, place: Place): readonly Line[] => {
	const {state, look, width} = place;
	const {say, glyphs} = look;
	const title = 'attach' in path.purpose ? 'path.attach' : 'path.save';
	const view = fieldView(path.field, width - 4);
	const below =
		path.problem === null
			? asManyAsFit(path.choices, {width: width - 2, gap: '  '})
			: sayWords(say, path.problem, state.now);
	return [
		rule(look, width, say(title)),
		fitLine([span(' > ', 'accent'), ...withCursor(view.text, view.column)], width, ''),
		fitLine([span(` ${below}`, path.problem === null ? 'faint' : 'bad')], width, glyphs.ellipsis),
	];
};
