import type {HeaderLines, Headers} from 'mailparser';

/** A mail's own header fields by lower-case name, unfolded, in the order of the mail. */
export type HeaderFields = {
	/** The first field of this name, null when the mail has none. */
	readonly first: (name: string) => string | null;
	readonly all: (name: string) => readonly string[];
	readonly names: readonly string[];
	/** The subject with its encoded words decoded, not cleaned. */
	readonly subject: () => string;
};

const fieldValue = (line: string): string =>
	Buffer.from(line.slice(line.indexOf(':') + 1), 'latin1')
		.toString()
		.replace(/\r?\n(?=[ \t])/gu, '')
		.trim();

/** Access to the header lines mailparser hands out (latin1 strings with their folding). */
export const readHeader = (lines: HeaderLines, headers: Headers): HeaderFields => {
	const fields = new Map<string, string[]>();
	for (const {key, line} of lines) {
		const values = fields.get(key);
		if (values) values.push(fieldValue(line));
		else fields.set(key, [fieldValue(line)]);
	}
	return {
		first: name => fields.get(name)?.[0] ?? null,
		all: name => fields.get(name) ?? [],
		names: [...fields.keys()],
		subject: () => {
			const subject = headers.get('subject');
			return typeof subject === 'string' ? subject : '';
		},
	};
};
