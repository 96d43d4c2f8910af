/** Longer style sheets are not looked through. Characters. */
const maxStyle = 200_000;

const sheets = /<style\b[^>]*>([\s\S]*?)<\/style/giu;
/** Rules for small screens and printing say nothing about this reader. */
const atRules = /@[\w-]+[^{};@]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/gu;
const hides = /(?:^|;)\s*display\s*:\s*none\b/iu;
const shows = /(?:^|;)\s*display\s*:\s*(?!none)\w/iu;
/** One class or id, perhaps with an element's name before it: `.preheader`, `span#intro`. */
const simple = /^[a-z0-9]*([.#][\w-]+)$/iu;

const namesIn = (selectors: string): readonly string[] =>
	selectors.split(',').flatMap(selector => simple.exec(selector.trim())?.[1] ?? []);

const applySheet = (sheet: string, hidden: Set<string>): void => {
	const plain = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, '').replace(atRules, '');
	for (const rule of plain.split('}')) {
		const [selectors = '', declarations = ''] = rule.split('{');
		if (!/display/iu.test(declarations)) continue;
		for (const name of namesIn(selectors)) {
			if (hides.test(declarations)) hidden.add(name);
			else if (shows.test(declarations)) hidden.delete(name);
		}
	}
};

/**
 * The classes (`.x`) and ids (`#x`) that the style sheets of a page hide for everybody. Only rules for a
 * single class or id count; the rest is for a browser to decide.
 */
export const hiddenNames = (html: string): ReadonlySet<string> => {
	const hidden = new Set<string>();
	if (!/<style/iu.test(html)) return hidden;
	for (const [, sheet = ''] of html.matchAll(sheets)) {
		if (sheet.length <= maxStyle) applySheet(sheet, hidden);
	}
	return hidden;
};

const hexColour = (text: string): string => {
	const [, short] = /^#([0-9a-f]{3})$/u.exec(text) ?? [];
	return short ? `#${[...short].map(digit => digit + digit).join('')}` : text;
};

const colour = (text: string | undefined): string => {
	const bare = (text ?? '')
		.toLowerCase()
		.replace(/!important/u, '')
		.replace(/\s/gu, '');
	if (bare === 'white' || /^rgba?\(255,255,255(?:,1)?\)$/u.test(bare)) return '#ffffff';
	return bare === 'black' ? '#000000' : hexColour(bare);
};

/** Whether the text of an element has the very colour of its own background. */
export const isInvisible = (style: string, background: string | undefined): boolean => {
	if (background === undefined && !/background|transparent/iu.test(style)) return false;
	const ink = colour(/(?:^|;)\s*color\s*:\s*([^;]+)/iu.exec(style)?.[1]);
	if (ink === '' || ink === 'transparent') return ink === 'transparent';
	const paper = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/iu.exec(style)?.[1];
	return ink === colour(paper ?? background);
};
