import * as v from 'valibot';
import {findQueue} from '../change/action-settings.ts';
import {sameValue} from '../change/field-change.ts';
import {lineInput, timeInput} from '../clean-input.ts';
import {fail, ok, type Result} from '../result.ts';
import {statusNames} from '../status.ts';
import {changeTags, prioTag, withTags} from '../tag.ts';
import type {EditableField, Ticket} from '../ticket.ts';
import {type ActionSettings, defineAction} from './action.ts';

const change = <Schema extends v.GenericSchema>(value: Schema) =>
	v.optional(v.object({from: v.unknown(), to: value}));

const login = v.nullable(lineInput(64));

const fields = v.strictObject({
	subject: change(lineInput(500)),
	status: change(v.picklist(statusNames)),
	queue: change(v.nullable(lineInput(64))),
	project: change(v.nullable(lineInput(64))),
	assignee: change(login),
	requester: change(v.object({name: lineInput(200), address: lineInput(320)})),
	prio: change(v.boolean()),
	personal: change(login),
	private: change(login),
	tags: change(v.pipe(v.array(lineInput(40)), v.maxLength(50))),
	unread: change(v.boolean()),
	snoozedUntil: change(v.nullable(timeInput)),
} satisfies Record<EditableField, unknown>);

/** Flag and tag stay one, whichever of the two was put back. */
const prioInStep = (ticket: Ticket, before: Ticket): Ticket => {
	if (ticket.prio === before.prio) return withTags(ticket, ticket.tags);
	const add = ticket.prio ? [prioTag] : [];
	const remove = ticket.prio ? [] : [prioTag];
	return changeTags(ticket, {add, remove});
};

const isTexts = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every(item => typeof item === 'string');

/**
 * Tags are put back one by one, beside those that others have set or taken away since; null when one
 * of them is no longer as `from` has it.
 */
const tagsBack = (
	current: readonly string[],
	{from, to}: {readonly from: unknown; readonly to: readonly string[]},
): readonly string[] | null => {
	if (!isTexts(from)) return null;
	const added = from.filter(tag => !to.includes(tag));
	const removed = to.filter(tag => !from.includes(tag));
	const isAsLeft =
		added.every(tag => current.includes(tag)) && !removed.some(tag => current.includes(tag));
	return isAsLeft ? [...current.filter(tag => !added.includes(tag)), ...removed] : null;
};

/** Queues and agents may be gone since the change that is taken back. */
const checked = (ticket: Ticket, before: Ticket, settings: ActionSettings): Result<Ticket> => {
	if (ticket.queue !== before.queue && ticket.queue && !findQueue(settings, ticket.queue))
		return fail('queue-unknown', {queue: ticket.queue});
	const {assignee} = ticket;
	if (assignee !== before.assignee && assignee && !settings.agents.has(assignee))
		return fail('agent-unknown', {agent: assignee});
	return ok(prioInStep(ticket, before));
};

/**
 * Puts fields back: undo and redo of every action that changes fields alone. Refused with
 * `changed-meanwhile` when one of them no longer has the value `from`; of tags, one by one.
 */
export const restore = defineAction({
	name: 'restore',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({fields}),
	apply: (ticket, input, {settings}) => {
		let changed = ticket;
		for (const [field, wanted] of Object.entries(input.fields)) {
			if (!wanted) continue;
			const isAsLeft = sameValue(ticket[field as EditableField], wanted.from);
			const beside = input.fields.tags === wanted ? tagsBack(ticket.tags, wanted) : null;
			if (!isAsLeft && beside === null)
				return fail('changed-meanwhile', {number: ticket.number, field});
			changed = {...changed, [field]: isAsLeft ? wanted.to : beside};
		}
		return checked(changed, ticket, settings);
	},
});
