/** What a person may do (product.md §11). */
export const rights = [
	'tickets.read',
	'tickets.reply',
	'tickets.edit',
	'tickets.delete',
	'rules',
	'templates',
	'queues',
	'accounts',
	'jobs',
	'agents',
] as const;

export type Right = (typeof rights)[number];

export const roles = ['admin', 'agent', 'viewer'] as const;

export type Role = (typeof roles)[number];

/** A person who works tickets, bound to a Unix login. */
export type Agent = {
	readonly login: string;
	readonly name: string;
	readonly role: Role;
	readonly active: boolean;
	readonly signature: string;
};

const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
	admin: rights,
	agent: ['tickets.read', 'tickets.reply', 'tickets.edit', 'templates'],
	viewer: ['tickets.read'],
};

/** Whether a role has a right. */
export const mayDo = (role: Role, right: Right): boolean => rightsOfRole[role].includes(right);

/** Initials for narrow columns: `Anna Weber` is `AW`; one word gives its first two letters. */
export const initials = (name: string): string => {
	const words = name.trim().split(/\s+/u).filter(Boolean);
	const [first = '', ...rest] = words;
	const last = rest.at(-1);
	return (
		last
			? [...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')
			: [...first].slice(0, 2).join('')
	).toUpperCase();
};
