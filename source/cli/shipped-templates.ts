import {readdir, readFile} from 'node:fs/promises';
import {newDeskDocument, type Template} from '../domain/desk-document.ts';
import {ok, type Result} from '../domain/result.ts';
import type {Store} from '../store/store.ts';

const folder = new URL('../../data/template/', import.meta.url);

/** A value of the front matter: a word, or a string in JSON's quotes. */
const fieldValue = (text: string): string =>
	text.startsWith('"') ? String(JSON.parse(text)) : text.trim();

/** A template as it is shipped: `name: value` lines between `---`, then the text. */
const readTemplate = (id: string, file: string): Template => {
	const [, head = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(file) ?? [];
	const fields = new Map(
		head.split('\n').map(line => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).trim(), fieldValue(line.slice(colon + 1).trim())] as const;
		}),
	);
	return {
		id,
		title: fields.get('title') ?? id,
		category: fields.get('category') ?? '',
		language: fields.get('language') ?? '',
		project: fields.get('project') ?? null,
		text: text.trim(),
		order: Number(fields.get('order') ?? 0),
		active: true,
	};
};

/** The templates that come with the program (`data/template/*.md`), by their order. */
export const shippedTemplates = async (): Promise<readonly Template[]> => {
	const names = (await readdir(folder)).filter(name => name.endsWith('.md')).sort();
	const files = names.map(async name =>
		readTemplate(name.slice(0, -'.md'.length), await readFile(new URL(name, folder), 'utf8')),
	);
	return (await Promise.all(files)).sort((a, b) => a.order - b.order);
};

/** A folder that nobody has used yet. Whoever removed his templates does not get them back. */
const isFresh = (store: Store): boolean =>
	store.desk() === newDeskDocument &&
	store.agents().agents.length === 0 &&
	store.summaries().size === 0;

/** Gives a fresh data folder the shipped templates. */
export const furnishTemplates = async (store: Store): Promise<Result<unknown>> => {
	if (!isFresh(store)) return ok(null);
	const templates = await shippedTemplates();
	return store.changeDesk(document => ok({...document, templates}));
};
