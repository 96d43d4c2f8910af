/**
 * A note on a message is a key of the language files, with its values behind a question mark where it has
 * some: `note.invitation?what=Abnahme&when=2026-03-05`. Documents keep it as one string.
 */
export type Note = {readonly key: string; readonly values: Readonly<Record<string, string>>};

/** The string of a note; values that are empty stay out. */
export const writeNote = (key: string, values: Readonly<Record<string, string>> = {}): string => {
	const query = Object.entries(values)
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
		.join('&');
	return query === '' ? key : `${key}?${query}`;
};

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

/** The note that a string stands for. */
export const readNote = (note: string): Note => {
	const mark = note.indexOf('?');
	if (mark < 0) return {key: note, values: {}};
	const pairs = note
		.slice(mark + 1)
		.split('&')
		.map(pair => pair.split('='))
		.map(([name = '', value = '']) => [name, decoded(value)] as const);
	return {key: note.slice(0, mark), values: Object.fromEntries(pairs)};
};
