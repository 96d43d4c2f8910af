import {fieldView} from '../../../domain/text/text-field.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {type Look, rule} from '../../part/look.ts';
import {withCursor} from '../../part/with-cursor.ts';
import {sayWords} from '../../say-words.ts';
import type {AskState} from '../../state/overlay-state.ts';
import type {State} from '../../state/state.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

/** One line that is asked for, at the foot of the body. */
export const linePanel = (ask: AskState, {state, look, width}: Place): readonly Line[] => {
	const view = fieldView(ask.field, width - 4);
	const below =
		ask.problem === null ? look.say('ask.how') : sayWords(look.say, ask.problem, state.now);
	return [
		rule(look, width, sayWords(look.say, ask.title, state.now)),
		fitLine([span(' > ', 'accent'), ...withCursor(view.text, view.column)], width, ''),
		fitLine(
			[span(` ${below}`, ask.problem === null ? 'faint' : 'bad')],
			width,
			look.glyphs.ellipsis,
		),
	];
};
