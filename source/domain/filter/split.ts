/** One term behind `/`: a word, or `key:value`; `-` in front turns it round. */
export type Term = {
	readonly not: boolean;
	/** Empty for a word. */
	readonly key: string;
	readonly value: string;
	/** As it was typed. */
	readonly source: string;
};

const term = /(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S+))?/uy;

const spaces = /\s*/uy;

/** Cuts a filter text into its terms. Quotes hold words together; a missing last quote is forgiven. */
export const splitFilter = (text: string): readonly Term[] => {
	const terms: Term[] = [];
	let position = 0;
	while (position < text.length) {
		spaces.lastIndex = position;
		spaces.exec(text);
		term.lastIndex = spaces.lastIndex;
		const match = term.exec(text);
		const [source = '', minus = '', key = '', quoted, bare] = match ?? [];
		position = spaces.lastIndex + Math.max(source.length, 1);
		if (source)
			terms.push({not: minus !== '', key: key.toLowerCase(), value: quoted ?? bare ?? '', source});
	}
	return terms;
};
