const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

const isPlain = (code: number): boolean => code >= 0x20 && code < 0x300 && code !== 0xad;

/** What a reader calls characters: `e` with its accent, a family emoji, a Hangul syllable. */
export const graphemes = (text: string): readonly string[] => {
	if (/^[\u0020-\u007e]*$/.test(text)) return text.split('');
	return Array.from(segmenter.segment(text), ({segment}) => segment);
};

/** The offset one grapheme before `offset`; 0 at the beginning. Offsets are UTF-16 units. */
export const boundaryBefore = (text: string, offset: number): number => {
	if (offset <= 0) return 0;
	const isSimple =
		isPlain(text.charCodeAt(offset - 1)) &&
		(offset >= text.length || isPlain(text.charCodeAt(offset)));
	if (isSimple) return offset - 1;
	return segmenter.segment(text).containing(offset - 1)?.index ?? offset - 1;
};

/** The offset one grapheme after `offset`; the length of the text at its end. */
export const boundaryAfter = (text: string, offset: number): number => {
	if (offset >= text.length) return text.length;
	const isSimple =
		isPlain(text.charCodeAt(offset)) &&
		(offset + 1 >= text.length || isPlain(text.charCodeAt(offset + 1)));
	if (isSimple) return offset + 1;
	const found = segmenter.segment(text).containing(offset);
	return found === undefined ? offset + 1 : found.index + found.segment.length;
};
