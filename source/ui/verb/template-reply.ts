import type {Template} from '../../domain/desk-document.ts';
import {unknownVariables} from '../../domain/template/template.ts';
import {usableTemplates} from '../../domain/template/template-choice.ts';
import type {TextKey} from '../../language/say.ts';
import {replyWithTemplate} from '../effect/template-replies.ts';
import type {Look} from '../part/look.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {openDialog} from './dialog.ts';
import {openPicker} from './picker.ts';
import {canActOn, type Target, targets} from './target.ts';
import {hasTemplates, languageOf, lastWords, templateLine} from './template-line.ts';
import {defineVerb, type Verb} from './verb.ts';

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
		return templateLine(template, language, {
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
	return can === true ? hasTemplates(state) : can;
};

/** Answering tickets with a template each, without writing. */
export const templateReplyVerbs: readonly Verb[] = [
	defineVerb({
		name: 'templateReply',
		group: 'write',
		scopes: ['list', 'ticket'],
		available: canReply,
		run: replyMenu,
	}),
];
