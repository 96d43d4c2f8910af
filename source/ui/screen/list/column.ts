/** A column of the list; widths in cells. */
export type Column = {
	readonly name:
		| 'number'
		| 'from'
		| 'subject'
		| 'tags'
		| 'messages'
		| 'queue'
		| 'assignee'
		| 'status'
		| 'age';
	readonly width: number;
};

type Wish = {readonly name: Column['name']; readonly width: number; readonly from: number};

/** Columns in their order, each from the pane width on that has room for it. */
const wishes: readonly Wish[] = [
	{name: 'number', width: 12, from: 76},
	{name: 'number', width: 11, from: 0},
	{name: 'from', width: 24, from: 130},
	{name: 'from', width: 19, from: 76},
	{name: 'from', width: 14, from: 0},
	{name: 'subject', width: 0, from: 0},
	{name: 'tags', width: 14, from: 110},
	{name: 'messages', width: 3, from: 70},
	{name: 'queue', width: 10, from: 110},
	{name: 'assignee', width: 3, from: 0},
	{name: 'status', width: 8, from: 96},
	{name: 'age', width: 4, from: 0},
];

/** Cursor, mark, unread, prio, personal or private, and a blank; and a blank at the end. */
const signCells = 6;

const known = new Map<number, readonly Column[]>();

const choose = (width: number): readonly Column[] => {
	const chosen: Wish[] = [];
	for (const wish of wishes)
		if (width >= wish.from && !chosen.some(({name}) => name === wish.name)) chosen.push(wish);
	const fixed = chosen.reduce((sum, column) => sum + column.width, 0);
	const subject = Math.max(8, width - signCells - fixed - chosen.length);
	return chosen.map(({name, width: cells}) => ({
		name,
		width: name === 'subject' ? subject : cells,
	}));
};

/** The columns that a pane of this width has room for; the subject takes what is left. */
export const columnsFor = (width: number): readonly Column[] => {
	const found = known.get(width) ?? choose(width);
	known.set(width, found);
	return found;
};
