import type {Ticket} from './ticket.ts';

/** The tag that is one with the priority flag (product.md §4). */
export const prioTag = 'Prio';

const key = (tag: string): string => tag.toLowerCase();

const isPrio = (tag: string): boolean => key(tag) === key(prioTag);

/** The ticket with these tags, once each ignoring case; the priority flag follows its tag. */
export const withTags = (ticket: Ticket, tags: readonly string[]): Ticket => {
	const once = new Map<string, string>();
	for (const tag of tags) if (!once.has(key(tag))) once.set(key(tag), isPrio(tag) ? prioTag : tag);
	return {...ticket, tags: [...once.values()], prio: once.has(key(prioTag))};
};

/** Removes, then adds; a tag in both is added. */
export const changeTags = (
	ticket: Ticket,
	{add, remove}: {readonly add: readonly string[]; readonly remove: readonly string[]},
): Ticket => {
	const gone = new Set(remove.map(key));
	return withTags(ticket, [...ticket.tags.filter(tag => !gone.has(key(tag))), ...add]);
};

/** What a person writes to change tags: `+x` and `x` add, `-x` removes. */
export const tagChange = (
	words: readonly string[],
): {readonly add: readonly string[]; readonly remove: readonly string[]} => {
	const written = words.map(word => word.trim()).filter(word => word !== '');
	return {
		add: written.filter(word => !word.startsWith('-')).map(word => word.replace(/^\+/u, '')),
		remove: written.filter(word => word.startsWith('-')).map(word => word.slice(1)),
	};
};
