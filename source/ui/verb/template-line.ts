import type {Me} from '../../desk/desk.ts';
import type {Template} from '../../domain/desk-document.ts';
import {usableTemplates} from '../../domain/template/template-choice.ts';
import {textLanguage} from '../../domain/template/text-language.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {TextKey} from '../../language/say.ts';
import type {Look} from '../part/look.ts';
import type {PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item} from './picker.ts';

/** What the customer wrote last. */
export const lastWords = (ticket: Ticket): string => {
	const asked = ticket.messages.findLast(message => message.direction === 'in');
	return asked === undefined ? '' : `${asked.subject} ${asked.replyText || asked.text}`;
};

/** The language of what a customer wrote, else that of this screen. */
export const languageOf = (words: string, {say}: Pick<Look, 'say'>): string =>
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

/** True when there are templates to choose from, else the reason. */
export const hasTemplates = (state: State): true | TextKey =>
	(state.me?.desk.templates ?? []).some(template => template.active) ? true : 'reason.noTemplates';

/** A line of the menu: title, category, and the language where it is another than wanted. */
export const templateLine = (
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
