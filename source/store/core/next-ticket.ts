import {ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Change} from '../store.ts';

/** How many command ids a document keeps: more than any client repeats after a lost connection. */
const rememberedCommands = 100;

/**
 * The next version of a ticket. Whatever `apply` does to them: the number stays, the revision grows
 * by exactly one, the command's id is remembered. `after === before` means nothing is to be written.
 */
export const nextTicket = (
	before: Ticket,
	apply: (ticket: Ticket) => Result<Ticket>,
	commandId: string | undefined,
): Result<Change> => {
	if (commandId !== undefined && before.applied.includes(commandId)) {
		return ok({before, after: before, repeated: true});
	}
	const result = apply(before);
	if (!result.ok) return result;
	if (result.value === before && commandId === undefined) {
		return ok({before, after: before, repeated: false});
	}
	const applied =
		commandId === undefined || result.value.applied.includes(commandId)
			? result.value.applied
			: [...result.value.applied, commandId];
	const after = {
		...result.value,
		number: before.number,
		revision: before.revision + 1,
		applied: applied.slice(-rememberedCommands),
	};
	return ok({before, after, repeated: false});
};
