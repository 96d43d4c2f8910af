import {type EditableField, editableFields, type HistoryEntry, type Ticket} from '../ticket.ts';

export type FieldChange = {
	readonly field: EditableField;
	readonly from: Ticket[EditableField];
	readonly to: Ticket[EditableField];
};

/** Whether two values of a field are the same: plain JSON of one level, in whatever order its keys stand. */
export const sameValue = (a: unknown, b: unknown): boolean =>
	a === b ||
	(typeof a === 'object' &&
		typeof b === 'object' &&
		canonical(a as object | null) === canonical(b as object | null));

const canonical = (value: object | null): string =>
	JSON.stringify(
		value === null || Array.isArray(value)
			? value
			: Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
	);

/** Whether two tickets say the same, whoever made their parts. */
export const sameTicket = (a: Ticket, b: Ticket): boolean =>
	a === b ||
	(Object.keys({...a, ...b}) as Array<keyof Ticket>).every(key => sameValue(a[key], b[key]));

/** The editable fields that differ, in their fixed order. */
export const fieldChanges = (before: Ticket, after: Ticket): readonly FieldChange[] =>
	editableFields
		.filter(field => !sameValue(before[field], after[field]))
		.map(field => ({field, from: before[field], to: after[field]}));

const inWords = (value: Ticket[EditableField]): string | null => {
	if (value === null) return null;
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	if (typeof value === 'string') return value;
	if ('address' in value) return value.name ? `${value.name} <${value.address}>` : value.address;
	return value.join(', ');
};

/** One line of the audit trail for a changed field; an empty side is left out. */
export const historyOf = (
	change: FieldChange,
	{at, by}: {readonly at: string; readonly by: string},
): HistoryEntry => {
	const from = inWords(change.from);
	const to = inWords(change.to);
	return {
		at,
		by,
		what: change.field,
		...(from === null ? {} : {from}),
		...(to === null ? {} : {to}),
	};
};
