export type TextLine = {readonly text: string; readonly start: number};

/** The lines of a text without their ends (CR LF or LF), each with the place where it starts. */
export const splitLines = (text: string): TextLine[] => {
	const lines: TextLine[] = [];
	let start = 0;
	for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
		lines.push({text: text.slice(start, end).replace(/\r$/u, ''), start});
		start = end + 1;
	}
	if (start < text.length) lines.push({text: text.slice(start), start});
	return lines;
};
