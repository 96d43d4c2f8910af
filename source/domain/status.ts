/** The seven statuses in the order of their tabs. `letter` is the key in the status picker. */
export const statuses = [
	{name: 'new', letter: 'n', inbox: true},
	{name: 'open', letter: 'o', inbox: true},
	{name: 'waiting_internal', letter: 'i', inbox: true},
	{name: 'waiting_customer', letter: 'w', inbox: true},
	{name: 'clarify', letter: 'k', inbox: true},
	{name: 'completed', letter: 'x', inbox: false},
	{name: 'trash', letter: '!', inbox: false},
] as const;

export type Status = (typeof statuses)[number]['name'];

export const statusNames: readonly Status[] = statuses.map(status => status.name);

const inbox: ReadonlySet<Status> = new Set(
	statuses.filter(status => status.inbox).map(status => status.name),
);

/** Whether tickets of this status stand in the tab Inbox. */
export const inInbox = (status: Status): boolean => inbox.has(status);
