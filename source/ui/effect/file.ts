import {fail, ok, type Result} from '../../domain/result.ts';
import {replaceText} from '../../domain/text/insert.ts';
import {textOf} from '../../domain/text/text-buffer.ts';
import type {AttachmentPlace} from '../state/overlay-state.ts';
import type {EffectContext} from './context.ts';
import {problemToast, problemWords, toast} from './toast.ts';

/** Whether another file still goes with the mail: all of them together have one limit. */
const fitting = ({store}: EffectContext, more: number): Result<null> => {
	const {composer, me} = store.state();
	const files = composer?.attachments ?? [];
	const size = files.reduce((sum, file) => sum + file.size, more);
	return size > (me?.desk.maxMailBytes ?? size) ? fail('mail-too-large', {size}) : ok(null);
};

/** Reads a file and keeps it for the draft. A wrong path stays in the line, with the reason. */
export const attach = async (context: EffectContext, path: string): Promise<void> => {
	const {desk, ports, store} = context;
	const read = await ports.readFileForAttachment(path);
	const fits = read.ok ? fitting(context, read.value.bytes.length) : read;
	const file = fits.ok ? read : fits;
	const kept = file.ok ? await desk.upload(file.value.name, file.value.bytes) : file;
	if (!kept.ok) return store.dispatch({type: 'path-failed', problem: problemWords(kept.problem)});
	store.dispatch({type: 'overlay-closed'});
	store.dispatch({type: 'composer-attached', attachment: kept.value});
	store.dispatch(toast('ok', {key: 'done.attached', params: {name: kept.value.name}}));
};

export const completePath = async (context: EffectContext, typed: string): Promise<void> => {
	const {path, choices} = await context.ports.completePath(typed);
	const {overlay} = context.store.state();
	// Typing went on meanwhile: a late answer must not overwrite it.
	if (overlay?.kind !== 'path' || textOf(overlay.field) !== typed) return;
	context.store.dispatch({type: 'path-completed', path, choices});
};

const utf8 = (html: string | null): Uint8Array => new TextEncoder().encode(html ?? '');

const bytesOf = async (
	{desk}: EffectContext,
	place: AttachmentPlace,
): Promise<Result<Uint8Array>> => {
	const {number, message, index} = place;
	if (index === 'raw') return desk.raw(number, message);
	if (index !== 'html') return desk.attachment(number, message, index);
	const html = await desk.html(number, message);
	return html.ok ? ok(utf8(html.value)) : html;
};

const openHtml = async (context: EffectContext, place: AttachmentPlace): Promise<void> => {
	const html = await context.desk.html(place.number, place.message);
	const opened = html.ok ? await context.terminal.browse(html.value ?? '') : html;
	if (!opened.ok) return context.store.dispatch(problemToast(opened.problem));
	context.store.dispatch(
		opened.value === null
			? toast('warn', {key: 'fault.browser'})
			: toast('ok', {key: 'done.opened', params: {path: opened.value}}),
	);
};

export const openAttachment = async (
	context: EffectContext,
	place: AttachmentPlace,
): Promise<void> => {
	if (place.index === 'html') return openHtml(context, place);
	const bytes = await bytesOf(context, place);
	const opened = bytes.ok ? await context.ports.openFile(bytes.value, place.name) : bytes;
	context.store.dispatch(
		opened.ok
			? toast('ok', {key: 'done.opened', params: {path: opened.value}})
			: problemToast(opened.problem),
	);
};

export const saveAttachment = async (
	context: EffectContext,
	place: AttachmentPlace,
	path: string,
): Promise<void> => {
	const {store} = context;
	const bytes = await bytesOf(context, place);
	const saved = bytes.ok ? await context.ports.saveFile(path, bytes.value) : bytes;
	if (!saved.ok) return store.dispatch({type: 'path-failed', problem: problemWords(saved.problem)});
	store.dispatch({type: 'overlay-closed'});
	store.dispatch(toast('ok', {key: 'done.saved', params: {path: saved.value}}));
};

/** What the tools find out about a mail stands above its text while the ticket is open. */
export const checkSeal = async (
	{desk, ports, store}: EffectContext,
	{number, message}: {readonly number: string; readonly message: string},
): Promise<void> => {
	const raw = await desk.raw(number, message);
	if (!raw.ok) return store.dispatch(problemToast(raw.problem));
	const seal = await ports.checkSeal(raw.value);
	if (store.state().ticket?.number === number)
		store.dispatch({type: 'seal-checked', message, seal});
};

/** The text in `$EDITOR`; what comes back replaces it as one undo step. */
export const editOutside = async (context: EffectContext): Promise<void> => {
	const {composer, settings} = context.store.state();
	const {form} = settings;
	const field = form?.focus ?? '';
	const before = composer?.body ?? form?.buffers[field];
	if (before === undefined) return;
	const name = composer === null ? `${field}.txt` : `${composer.number}.eml.txt`;
	const edited = await context.terminal.edit(textOf(before), name);
	if (edited === null) return context.store.dispatch(toast('bad', {key: 'fault.editor'}));
	const text = edited.replace(/\n$/u, '');
	context.store.dispatch(
		composer === null
			? {type: 'form-edited', edit: buffer => replaceText(buffer, text)}
			: {type: 'composer-text', text},
	);
};
