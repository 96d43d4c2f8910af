import type {Template} from '../desk-document.ts';

/** A category and its templates; the category may have two levels (`Versand/Ausland`). */
export type TemplateGroup = {readonly category: string; readonly templates: readonly Template[]};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byOrder = (a: Template, b: Template): number =>
	a.order - b.order || compare(a.title, b.title);

/** Templates by category in the order of their first one, then by their own order. */
export const groupedTemplates = (templates: readonly Template[]): readonly TemplateGroup[] => {
	const groups = Map.groupBy([...templates].sort(byOrder), template => template.category);
	return [...groups].map(([category, members]) => ({category, templates: members}));
};

/**
 * What an agent may insert on a ticket: active ones of its project or of none, those in the language
 * first, each language by category and order.
 */
export const usableTemplates = (
	templates: readonly Template[],
	{project, language}: {readonly project: string | null; readonly language: string},
): readonly Template[] => {
	const usable = templates.filter(
		template => template.active && (template.project === null || template.project === project),
	);
	const own = usable.filter(template => template.language === language);
	const others = usable.filter(template => template.language !== language);
	return [own, others].flatMap(part => groupedTemplates(part).flatMap(group => group.templates));
};

/** The template that a person names: by id, else by its title when only one has it. */
export const namedTemplate = (templates: readonly Template[], name: string): Template | null => {
	const key = name.trim().toLowerCase();
	const byId = templates.find(template => template.id.toLowerCase() === key);
	if (byId) return byId;
	const titled = templates.filter(template => template.title.toLowerCase() === key);
	return titled.length === 1 ? (titled[0] ?? null) : null;
};
