const letters: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss'};

/** The letters and digits of a title, as an id that people can type; empty for a title without any. */
const slug = (title: string): string =>
	title
		.toLowerCase()
		.replaceAll(/[äöüß]/gu, letter => letters[letter] ?? letter)
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/gu, '-')
		.replaceAll(/^-|-$/gu, '')
		.slice(0, 40);

/** An id made of a title that no other item has; `instead` is for titles without letters. */
export const freeId = (
	title: string,
	{
		items,
		instead,
	}: {readonly items: ReadonlyArray<{readonly id: string}>; readonly instead: string},
): string => {
	const taken = new Set(items.map(({id}) => id.toLowerCase()));
	const base = slug(title) || instead;
	let id = base;
	for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
	return id;
};
