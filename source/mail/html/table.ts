import {elementsOf, type HtmlNode, textOf} from './node.ts';

const sections = new Set(['thead', 'tbody', 'tfoot', 'center']);

/** The rows of a table itself, not of tables inside it. */
const rowsOf = (table: HtmlNode): readonly HtmlNode[] =>
	elementsOf(table).flatMap(child =>
		child.name === 'tr' ? [child] : sections.has(child.name ?? '') ? rowsOf(child) : [],
	);

const contains = (node: HtmlNode, names: ReadonlySet<string>): boolean =>
	elementsOf(node).some(child => names.has(child.name ?? '') || contains(child, names));

const layoutParts = new Set(['table', 'img', 'hr', 'h1', 'h2', 'h3', 'blockquote', 'ul', 'ol']);
const onlyTables = new Set(['table']);
const longestCell = 80;
/** Laying out columns takes time with the square of the rows. */
const maxRows = 500;

const looksLikeData = (rows: readonly HtmlNode[]): boolean => {
	const widths = rows.map(row => elementsOf(row).length);
	const [width = 0] = widths;
	if (rows.length < 2 || width < 2 || widths.some(other => other !== width)) return false;
	return rows.every(row =>
		elementsOf(row).every(cell => {
			const text = textOf(cell, longestCell + 1).trim();
			return text.length > 0 && text.length <= longestCell && !contains(cell, layoutParts);
		}),
	);
};

/**
 * Whether the cells of a table belong side by side. Most tables in mails only place things on a page;
 * a real one has header cells, a border, or at least two rows of the same number of short texts.
 */
export const isDataTable = (table: HtmlNode): boolean => {
	const attributes = table.attribs ?? {};
	if (/^(?:presentation|none)$/iu.test(attributes['role'] ?? '')) return false;
	const rows = rowsOf(table);
	if (rows.length === 0 || rows.length > maxRows || contains(table, onlyTables)) return false;
	if (!rows.some(row => elementsOf(row).length > 1)) return false;
	if (rows.some(row => elementsOf(row).some(cell => cell.name === 'th'))) return true;
	if (Number(attributes['border'] ?? 0) > 0 && rows.length > 1) return true;
	return looksLikeData(rows);
};
