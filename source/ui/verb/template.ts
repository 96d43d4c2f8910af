import type {Template} from '../../domain/desk-document.ts';
import {type FillParts, filledFor, withoutSecondClosing} from '../../domain/reply/fill-draft.ts';
import {insertText, replaceText} from '../../domain/text/insert.ts';
import {type TextBuffer, textOf} from '../../domain/text/text-buffer.ts';
import type {TextKey} from '../../language/say.ts';
import type {Look} from '../part/look.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {notInComment} from './compose.ts';
import {openPicker} from './picker.ts';
import {hasTemplates, languageOf, lastWords, templateLine, templatesFor} from './template-line.ts';
import {defineVerb, type Verb} from './verb.ts';

/** Writes the filled text at the cursor. One step of the text's own undo takes it back. */
const inserted =
	(template: Template, filled: string, parts: FillParts) =>
	(buffer: TextBuffer): TextBuffer => {
		const written = insertText(buffer, filled);
		const text = textOf(written);
		const closed = withoutSecondClosing(text, template.text, parts);
		if (closed === text) return written;
		const {lines, ...rest} = replaceText(written, closed);
		const line = Math.min(written.cursor.line, lines.length - 1);
		const column = Math.min(written.cursor.column, (lines[line] ?? '').length);
		return {...rest, lines, cursor: {line, column}};
	};

/** The templates for the text being written, filled with its ticket. */
const insertMenu = (state: State, look: Look): Reaction => {
	const {composer, me} = state;
	if (composer === null || me === null) return {};
	const {ticket} = composer;
	const language = languageOf(lastWords(ticket), look);
	const account = me.accounts.find(({id}) => id === composer.account) ?? null;
	const parts: FillParts = {ticket, agent: me.agent, account};
	const items = templatesFor(ticket, me, look).map(template => {
		const {text} = filledFor(template.text, parts);
		return templateLine(template, language, {
			preview: text,
			reaction: {
				events: [
					{type: 'composer-stage', stage: 'write'},
					{type: 'composer-focused', field: 'body'},
					{type: 'composer-edited', edit: inserted(template, text, parts)},
				],
			},
		});
	});
	return openPicker({key: 'picker.template'}, items, {hint: {key: 'picker.templateHint'}});
};

const canInsert = (state: State): true | TextKey => {
	const can = notInComment(state);
	return can === true ? hasTemplates(state) : can;
};

/** Textvorlagen in the text being written. */
export const templateVerbs: readonly Verb[] = [
	defineVerb({
		name: 'template',
		group: 'write',
		scopes: ['compose', 'review'],
		hint: {compose: 35, review: 45},
		available: canInsert,
		run: insertMenu,
	}),
];
