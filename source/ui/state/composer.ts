import {type OriginalAs, originalWays} from '../../domain/message.ts';
import {replaceText} from '../../domain/text/insert.ts';
import {locate} from '../../domain/text/layout.ts';
import {moveTextEnd, moveTextStart} from '../../domain/text/move.ts';
import {keepInView, moveRows} from '../../domain/text/move-row.ts';
import {type TextBuffer, textOf} from '../../domain/text/text-buffer.ts';
import {createTextField} from '../../domain/text/text-field.ts';
import {bodyLayout, bodyRows} from './body-layout.ts';
import type {ComposerState} from './composer-state.ts';
import type {Distance, UiEvent} from './event.ts';
import type {State} from './state.ts';

const put = (state: State, composer: ComposerState): State => ({...state, composer});

/** The body's cursor stands in view. */
const inView = (state: State, composer: ComposerState): State => {
	const layout = bodyLayout(composer, state.size);
	const top = keepInView({
		row: locate(layout, composer.body.cursor).row,
		top: composer.top,
		height: bodyRows(state, composer),
		rows: layout.height,
	});
	return put(state, {...composer, top});
};

const bodyChanged = (state: State, composer: ComposerState, body: TextBuffer): State => {
	const isSame = body.lines === composer.body.lines;
	const revision = isSame ? composer.revision : composer.revision + 1;
	return inView(state, {...composer, body, revision});
};

const edited = (
	state: State,
	composer: ComposerState,
	edit: (field: TextBuffer) => TextBuffer,
): State => {
	const {focus} = composer;
	if (focus === 'body') return bodyChanged(state, composer, edit(composer.body));
	const field = edit(composer.fields[focus]);
	const isSame = field.lines === composer.fields[focus].lines;
	const revision = isSame ? composer.revision : composer.revision + 1;
	return put(state, {...composer, fields: {...composer.fields, [focus]: field}, revision});
};

const moved = (state: State, composer: ComposerState, distance: Distance): State => {
	if (composer.focus !== 'body') return state;
	if ('to' in distance) {
		const move = distance.to === 'first' ? moveTextStart : moveTextEnd;
		return inView(state, {...composer, body: move(composer.body)});
	}
	const page = bodyRows(state, composer);
	const by = 'by' in distance ? distance.by : Math.trunc(distance.pages * page);
	const layout = bodyLayout(composer, state.size);
	return inView(state, {...composer, body: moveRows(composer.body, layout, by)});
};

/** Quoted, as a file, not at all, and round again; without a raw mail or a quote that step is left out. */
const nextOriginal = (composer: ComposerState): OriginalAs => {
	const {original, originalAs, ticket, answers} = composer;
	const hasRaw = ticket.messages.some(({id, raw}) => id === answers && raw !== null);
	const ways = originalWays.filter(
		way => way === 'none' || (way === 'eml' ? hasRaw : original !== ''),
	);
	return ways[(ways.indexOf(originalAs) + 1) % ways.length] ?? 'none';
};

const originalToggled = (state: State, composer: ComposerState): State => {
	const originalAs = nextOriginal(composer);
	const isQuoted = composer.originalAs === 'quoted';
	if ((originalAs === 'quoted') === isQuoted)
		return put(state, {...composer, originalAs, revision: composer.revision + 1});
	return quoteToggled(state, {...composer, originalAs});
};

/** Takes the quoted original out of the text, or puts it back below. */
const quoteToggled = (state: State, composer: ComposerState): State => {
	const {original} = composer;
	const text = textOf(composer.body);
	const at = text.lastIndexOf(original);
	const without = `${text.slice(0, at)}${text.slice(at + original.length)}`.trimEnd();
	const next = at >= 0 ? `${without}\n` : `${text.trimEnd()}\n\n${original}`;
	const {cursor} = composer.body;
	const body = replaceText(composer.body, next);
	const line = Math.min(cursor.line, body.lines.length - 1);
	const column = Math.min(cursor.column, (body.lines[line] ?? '').length);
	return bodyChanged(state, composer, {...body, cursor: {line, column}});
};

const reduceOpen = (state: State, composer: ComposerState, event: UiEvent): State => {
	switch (event.type) {
		case 'composer-edited':
			return edited(state, composer, event.edit);
		case 'composer-scrolled':
			return moved(state, composer, event.distance);
		case 'composer-focused':
			return inView(state, {...composer, focus: event.field});
		case 'composer-text':
			return bodyChanged(state, composer, moveTextStart(replaceText(composer.body, event.text)));
		case 'original-toggled':
			return originalToggled(state, composer);
		case 'resized':
			return inView(state, composer);
		default:
			return reduceDraft(state, composer, event);
	}
};

const reduceDraft = (state: State, composer: ComposerState, event: UiEvent): State => {
	const changed = (change: Partial<ComposerState>) =>
		put(state, {...composer, ...change, revision: composer.revision + 1});
	switch (event.type) {
		case 'composer-account':
			return changed({
				account: event.account,
				fields: {...composer.fields, from: createTextField(event.from)},
			});
		case 'composer-attached':
			return changed({attachments: [...composer.attachments, event.attachment]});
		case 'composer-detached':
			return changed({attachments: composer.attachments.toSpliced(event.index, 1)});
		case 'composer-stage':
			return put(state, {
				...composer,
				stage: event.stage,
				reviewTop: composer.stage === 'write' ? 0 : composer.reviewTop,
			});
		case 'review-scrolled':
			return put(state, {...composer, reviewTop: event.top});
		case 'composer-status':
			return put(state, {...composer, status: event.status});
		case 'draft-saved':
			return event.id === composer.id
				? put(state, {
						...composer,
						saved: {revision: event.revision, at: event.at},
						keptLocally: event.locally,
					})
				: state;
		case 'send-stale':
			return event.id === composer.id
				? put(state, {...composer, stage: 'review', force: true})
				: state;
		default:
			return state;
	}
};

/** The text being written. */
export const reduceComposer = (state: State, event: UiEvent): State => {
	if (event.type === 'composer-opened') return inView({...state, overlay: null}, event.composer);
	if (event.type === 'composer-closed') return {...state, composer: null};
	if (event.type === 'drafts-waiting') return {...state, drafts: event.drafts};
	return state.composer === null ? state : reduceOpen(state, state.composer, event);
};
