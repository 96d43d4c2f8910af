type Line = {readonly depth: number; text: string; flows: boolean};

const lineOf = (line: string, deleteSpace: boolean): Line => {
	const [, marks = '', rest = ''] = /^(>*)(.*)$/su.exec(line) ?? [];
	const text = rest.startsWith(' ') ? rest.slice(1) : rest;
	const flows = text.endsWith(' ') && text !== '-- ';
	return {depth: marks.length, text: flows && deleteSpace ? text.slice(0, -1) : text, flows};
};

/**
 * Unfolds format=flowed (RFC 3676 §4): a line that ends in a space goes on in the next one of the same
 * quote depth, the stuffed space in front goes, and `-- ` is never joined.
 */
export const unfoldFlowed = (text: string, deleteSpace: boolean): string => {
	const paragraphs: Line[] = [];
	for (const raw of text.split(/\r?\n/u)) {
		const line = lineOf(raw, deleteSpace);
		const open = paragraphs.at(-1);
		if (open?.flows && open.depth === line.depth && line.text !== '-- ') {
			open.text += line.text;
			open.flows = line.flows;
		} else {
			paragraphs.push(line);
		}
	}
	return paragraphs
		.map(({depth, text: content}) => (depth > 0 ? `${'>'.repeat(depth)} ${content}` : content))
		.join('\n');
};
