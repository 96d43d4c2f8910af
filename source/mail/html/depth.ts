/** Never opened as a level, or closed by the parser when the next of its kind begins. */
const flat = new Set(
	'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot rt rp'.split(
		' ',
	),
);

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][\w:-]*)/gu;

/**
 * Whether elements are nested deeper than `max`. The HTML parser needs time with the square of the
 * depth, and the converter a stack frame for each level; people's mails stay below a hundred.
 */
export const isTooDeep = (html: string, max: number): boolean => {
	const open = new Map<string, number>();
	let depth = 0;
	for (const [, slash, name = ''] of html.matchAll(tag)) {
		const key = name.toLowerCase();
		if (key === '' || flat.has(key)) continue;
		const count = open.get(key) ?? 0;
		if (slash === '') {
			open.set(key, count + 1);
			depth++;
			if (depth > max) return true;
		} else if (count > 0) {
			open.set(key, count - 1);
			depth--;
		}
	}
	return false;
};
