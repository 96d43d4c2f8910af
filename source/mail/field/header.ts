import {splitFields} from '../repair/header.ts';

/** A mail's own header fields by lower-case name, unfolded, in the order of the mail. */
export type HeaderFields = {
	/** The first field of this name, null when the mail has none. */
	readonly first: (name: string) => string | null;
	readonly all: (name: string) => readonly string[];
	readonly has: (name: string) => boolean;
	readonly names: readonly string[];
	/** The subject with its encoded words decoded, not cleaned. */
	readonly subject: string;
};

const fieldValue = (field: string): string =>
	Buffer.from(field.slice(field.indexOf(':') + 1), 'latin1')
		.toString()
		.replace(/\r?\n(?=[ \t])/gu, '')
		.trim();

/** Access to the fields of a repaired header block. */
export const readHeader = (header: Buffer, subject: string): HeaderFields => {
	const fields = new Map<string, string[]>();
	for (const field of splitFields(header.toString('latin1'))) {
		const name = field
			.slice(0, Math.max(0, field.indexOf(':')))
			.trim()
			.toLowerCase();
		const same = fields.get(name);
		if (same) same.push(field);
		else fields.set(name, [field]);
	}
	const all = (name: string): readonly string[] => fields.get(name)?.map(fieldValue) ?? [];
	const first = (name: string): string | null => {
		const field = fields.get(name)?.[0];
		return field === undefined ? null : fieldValue(field);
	};
	return {
		first,
		all,
		has: name => fields.has(name),
		names: [...fields.keys()],
		subject,
	};
};
