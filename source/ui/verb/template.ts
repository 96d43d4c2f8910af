import type {Me} from '../../desk/desk.ts';
import type {Template} from '../../domain/desk-document.ts';
import {type FillParts, filledFor, withoutSecondClosing} from '../../domain/reply/fill-draft.ts';
import {unknownVariables} from '../../domain/template/template.ts';
import {usableTemplates} from '../../domain/template/template-choice.ts';
import {textLanguage} from '../../domain/template/text-language.ts';
import {insertText, replaceText} from '../../domain/text/insert.ts';
import {type TextBuffer, textOf} from '../../domain/text/text-buffer.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {TextKey} from '../../language/say.ts';
import {replyWithTemplate} from '../effect/template-replies.ts';
import type {Look} from '../part/look.ts';
import type {PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {isMail} from './compose.ts';
import {openDialog} from './dialog.ts';
import {item, openPicker} from './picker.ts';
import {canActOn, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

/** What the customer wrote last. */
const lastWords = (ticket: Ticket): string => {
	const asked = ticket.messages.findLast(message => message.direction === 'in');
	return asked === undefined ? '' : `${asked.subject} ${asked.replyText || asked.text}`;
};

/** The language of what a customer wrote, else that of this screen. */
const languageOf = (words: string, {say}: Pick<Look, 'say'>): string =>
	textLanguage(words) ?? say.language;

/** The active templates for an answer to this ticket, those in its language first. */
export const templatesFor = (
	ticket: Ticket,
	me: Me,
	look: Pick<Look, 'say'>,
): readonly Template[] =>
	usableTemplates(me.desk.templates, {
		project: ticket.project,
		language: languageOf(lastWords(ticket), look),
	});

const isUsable = (state: State): true | TextKey =>
	(state.me?.desk.templates ?? []).some(template => template.active) ? true : 'reason.noTemplates';

const lineOf = (
	template: Template,
	language: string,
	more: {readonly preview: string; readonly reaction: Reaction | null},
): PickerItem => {
	const foreign = template.language === language ? '' : template.language;
	return {
		...item(template.title, more.reaction, {
			note: [template.category, foreign].filter(part => part !== '').join(' · '),
		}),
		search: `${template.category} ${template.text}`,
		preview: more.preview,
	};
};

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
		return lineOf(template, language, {
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

/** Several customers get a mail at once: how many has to be typed. */
const confirmed = (found: readonly Target[], template: Template): Reaction => {
	const numbers = found.map(({number}) => number);
	const reaction: Reaction = {
		effects: [{type: 'run', run: replyWithTemplate(numbers, template)}],
	};
	if (numbers.length === 1) return reaction;
	return openDialog({
		title: {key: 'dialog.templateReply.title', params: {n: numbers.length}},
		lines: [
			{key: 'dialog.templateReply.what', params: {title: template.title}},
			{key: 'dialog.templateReply.still'},
		],
		confirm: {text: String(numbers.length)},
		action: {key: 'dialog.templateReply.action'},
		reaction,
	});
};

/** Templates that fit all the tickets; one with unknown variables can be read, not sent. */
const replyMenu = (state: State, look: Look): Reaction => {
	const found = targets(state);
	const projects = new Set(found.map(({project}) => project));
	const [first = null] = projects;
	const project = projects.size === 1 ? first : null;
	const [only, ...others] = found;
	const open = state.ticket?.ticket ?? null;
	const isShown = only !== undefined && open?.number === only.number;
	const words = isShown && open !== null ? lastWords(open) : (only?.subject ?? '');
	const language = languageOf(others.length === 0 ? words : '', look);
	const usable = usableTemplates(state.me?.desk.templates ?? [], {project, language});
	const items = usable.map(template => {
		const isOpen = unknownVariables(template.text).length > 0;
		return lineOf(template, language, {
			preview: template.text,
			reaction: isOpen ? null : confirmed(found, template),
		});
	});
	return openPicker({key: 'picker.templateReply', params: {n: found.length}}, items, {
		hint: {key: 'picker.templateHint'},
	});
};

const canReply = (state: State): true | TextKey => {
	const can = canActOn('tickets.reply')(state);
	return can === true ? isUsable(state) : can;
};

const canInsert = (state: State): true | TextKey => {
	const can = isMail(state);
	return can === true ? isUsable(state) : can;
};

/** Answering all marked tickets with one template, for the batch menu too. */
export const templateReplyVerb: Verb = defineVerb({
	name: 'templateReply',
	group: 'write',
	scopes: ['list', 'ticket'],
	available: canReply,
	run: replyMenu,
});

export const templateVerbs: readonly Verb[] = [
	defineVerb({
		name: 'template',
		group: 'write',
		scopes: ['compose', 'review'],
		hint: {compose: 35, review: 45},
		available: canInsert,
		run: insertMenu,
	}),
	templateReplyVerb,
];
