/** As much of a parsed HTML node (domhandler) as the formatters look at. */
export type HtmlNode = {
	readonly type: string;
	readonly name?: string;
	readonly data?: string;
	readonly attribs?: Readonly<Record<string, string>>;
	readonly children?: readonly HtmlNode[];
};

export const elementsOf = (node: HtmlNode): readonly HtmlNode[] =>
	(node.children ?? []).filter(child => child.type === 'tag');

/** The text below a node, stopped at `max` characters. */
export const textOf = (node: HtmlNode, max: number): string => {
	if (node.type === 'text') return (node.data ?? '').slice(0, max);
	let text = '';
	for (const child of node.children ?? []) {
		if (text.length >= max) break;
		text += textOf(child, max - text.length);
	}
	return text;
};
