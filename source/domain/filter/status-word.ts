import {type Status, statusNames} from '../status.ts';

/** What people type for a status, in both languages; the id itself counts as well. */
const words: Readonly<Record<Status, readonly string[]>> = {
	new: ['neu'],
	open: ['offen', 'in bearbeitung'],
	waiting_internal: ['intern', 'internal', 'warten auf intern', 'waiting (internal)'],
	waiting_customer: ['kunde', 'kunden', 'customer', 'warten auf kunden', 'waiting (customer)'],
	clarify: ['klären', 'klaeren'],
	completed: ['abgeschlossen', 'erledigt', 'fertig', 'closed', 'done'],
	trash: ['papierkorb', 'korb', 'spam'],
};

/** The statuses a word may mean: exact ones, else those it begins, so that half a word filters already. */
export const statusesOf = (word: string): ReadonlySet<Status> => {
	const wanted = word.toLowerCase();
	const all = statusNames.map(name => ({name, words: [name, ...words[name]]}));
	const exact = all.filter(status => status.words.includes(wanted));
	const found =
		exact.length > 0
			? exact
			: all.filter(status => status.words.some(candidate => candidate.startsWith(wanted)));
	return new Set(found.map(status => status.name));
};

/** The one status that a word means; null when it means none, or several. */
export const statusOf = (word: string): Status | null => {
	const [status, ...others] = statusesOf(word);
	return status === undefined || others.length > 0 ? null : status;
};
