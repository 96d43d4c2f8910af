import * as v from 'valibot';
import {fail, ok} from '../result.ts';
import {isNumber} from '../ticket-number.ts';
import {defineAction} from './action.ts';

const mostLinks = 200;

/** Links to a related ticket, or (off) takes that link away. The desk does the other side. */
export const link = defineAction({
	name: 'link',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({
		number: v.pipe(v.string(), v.check(isNumber)),
		on: v.optional(v.boolean(), true),
	}),
	apply: (ticket, {number, on}, {by, now}) => {
		if (number === ticket.number)
			return fail('input-invalid', {field: 'number', value: number, reason: 'itself'});
		const linked = ticket.links.some(link => link.kind === 'related' && link.number === number);
		if (linked === on) return ok(ticket);
		if (on && ticket.links.length >= mostLinks)
			return fail('input-invalid', {field: 'links', most: mostLinks});
		const others = ticket.links.filter(link => link.kind !== 'related' || link.number !== number);
		return ok({
			...ticket,
			links: on ? [...ticket.links, {kind: 'related', number}] : others,
			history: [...ticket.history, {at: now, by, what: on ? 'link' : 'unlink', to: number}],
		});
	},
	undo: (before, after) => {
		const on = after.links.length > before.links.length;
		const [long, short] = on ? [after, before] : [before, after];
		const changed = long.links.find(link => !short.links.includes(link));
		return changed ? {action: 'link', input: {number: changed.number, on: !on}} : null;
	},
});
