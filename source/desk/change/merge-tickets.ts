import {fail, ok, type Result} from '../../domain/result.ts';
import {maySee} from '../../domain/visibility.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Command} from '../desk.ts';
import {livingTicket} from '../receive/find-ticket.ts';

/** Actions that go where the mails went when a ticket was merged while somebody worked on it. */
const following: ReadonlySet<string> = new Set([
	'draft',
	'discardDraft',
	'comment',
	'uncomment',
	'callBack',
	'retrySend',
]);

/** The number under which this is to be done: a merged ticket's texts and mails are in the other one. */
export const placeOf = async (
	core: Core,
	{number, action}: Pick<Command, 'number' | 'action'>,
): Promise<string> => {
	const isMerged = core.parts.store.summaries().get(number)?.mergedInto !== undefined;
	if (!isMerged || !following.has(action)) return number;
	return (await livingTicket(core.parts.store, number))?.number ?? number;
};

/** Longer chains of merges are a circle. */
const mostSteps = 20;

/** The ticket in which a merged one goes on, as the lists know it. */
export const livingNumber = (core: Core, number: string): string => {
	const summaries = core.parts.store.summaries();
	let living = number;
	for (let step = 0; step < mostSteps; step += 1) {
		const into = summaries.get(living)?.mergedInto;
		if (into === undefined) return living;
		living = into;
	}
	return number;
};

/** The command with the ticket in which the other conversation goes on, which the caller must see. */
export const mergeCommand = async (
	core: Core,
	caller: Caller,
	command: Command,
): Promise<Result<Command>> => {
	const {into} = (command.input ?? {}) as {into?: unknown};
	if (typeof into !== 'string') return ok(command);
	const target = await livingTicket(core.parts.store, into);
	if (target === null) return fail('ticket-missing', {number: into});
	if (!maySee(target, caller.viewer))
		return fail('not-permitted', {number: into, reason: 'private'});
	return ok({...command, input: {into: target.number}});
};

/** A ticket is taken out of one that the caller must see as well. */
export const mayUnmerge = async (
	core: Core,
	caller: Caller,
	{number}: Command,
): Promise<Result<null>> => {
	const target = await livingTicket(core.parts.store, number);
	return target === null || maySee(target, caller.viewer)
		? ok(null)
		: fail('not-permitted', {number: target.number, reason: 'private'});
};
