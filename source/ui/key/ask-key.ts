import {textOf} from '../../domain/text/text-buffer.ts';
import type {AskState, Reaction} from '../state/overlay-state.ts';
import {type Key, keyName} from '../terminal/key.ts';
import {closing} from './closing.ts';
import {fieldEdit} from './text-key.ts';

/** A line that is asked for: Enter answers, or says what is wrong with it; the text stays then. */
export const askKey = (ask: AskState, key: Key): Reaction => {
	const change = (part: Partial<AskState>): Reaction => ({
		events: [{type: 'overlay-changed', overlay: {...ask, ...part}}],
	});
	if (keyName(key) !== 'enter') {
		const edit = fieldEdit(key);
		return edit === null ? {} : change({field: edit(ask.field), problem: null});
	}
	const answer = ask.answer(textOf(ask.field).trim());
	return 'problem' in answer ? change({problem: answer.problem}) : closing(answer);
};
