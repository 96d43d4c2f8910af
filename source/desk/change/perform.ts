import {actionByName} from '../../domain/action/index.ts';
import {performAction} from '../../domain/change/perform.ts';
import {isMoving} from '../../domain/move/merged.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {maySee} from '../../domain/visibility.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Command, Outcome} from '../desk.ts';
import {demand} from '../permit.ts';
import {checked, commandsInput} from '../request-input.ts';
import {linkBack, linkMissing} from './link-back.ts';
import {livingNumber, mayUnmerge, mergeCommand, placeOf} from './merge-tickets.ts';
import {removeEmpty} from './remove-empty.ts';
import {splitTicket} from './split-ticket.ts';

/** Tickets that are changed side by side: enough for the disk to gather its syncs. */
const sideBySide = 16;

/** Outcomes that a client may ask for again after a lost connection; their undo is not in the ticket. */
const remembered = 2000;

export type Perform = (
	caller: Caller,
	commands: readonly Command[],
) => Promise<Result<readonly Outcome[]>>;

const applyTo = (core: Core, caller: Caller, command: Command) => (ticket: Ticket) => {
	if (!maySee(ticket, caller.viewer))
		return fail('not-permitted', {number: ticket.number, reason: 'private'});
	if (command.revision !== undefined && ticket.revision > command.revision)
		return fail('changed-meanwhile', {number: ticket.number, revision: ticket.revision});
	return performAction(ticket, command, {
		now: core.now(),
		by: caller.agent.login,
		newId: core.parts.clock.newId,
		settings: core.actionSettings(),
		rules: core.rules.book(),
	});
};

const remove = async (core: Core, caller: Caller, command: Command): Promise<Outcome> => {
	const {number} = command;
	const found = await core.parts.store.ticket(number);
	const may = found.ok ? applyTo(core, caller, command)(found.value) : found;
	const removed = may.ok ? await core.parts.store.remove(number) : may;
	return removed.ok
		? {ok: true, number, revision: found.ok ? found.value.revision : 0, undo: null}
		: {ok: false, number, problem: removed.problem};
};

/** What concerns a second ticket is looked at before anything is written. */
const prepared = async (core: Core, caller: Caller, command: Command): Promise<Result<Command>> => {
	if (command.action === 'merge') return mergeCommand(core, caller, command);
	const may =
		command.action === 'link'
			? linkMissing(core, caller, command)
			: command.action === 'unmerge'
				? await mayUnmerge(core, caller, command)
				: ok(null);
	return may.ok ? ok(command) : may;
};

const change = async (core: Core, caller: Caller, command: Command): Promise<Outcome> => {
	const {id, number} = command;
	const ready = await prepared(core, caller, command);
	if (!ready.ok) return {...ready, number};
	const apply = applyTo(core, caller, ready.value);
	let undo: (Outcome & {ok: true})['undo'] = null;
	const changed = await core.parts.store.change(
		number,
		ticket => {
			const performed = apply(ticket);
			if (!performed.ok) return performed;
			undo = performed.value.undo;
			return ok(performed.value.after);
		},
		{commandId: id},
	);
	if (!changed.ok) return {ok: false, number, problem: changed.problem};
	if (command.action === 'link') await linkBack(core, caller, command);
	const {after} = changed.value;
	if (command.action === 'discardDraft') {
		const removed = await removeEmpty(core, after);
		if (!removed.ok) return {...removed, number};
		if (removed.value) return {ok: true, number, revision: after.revision, undo: null};
	}
	const moved = isMoving(after) ? await core.mover.finish(number, caller.agent.login) : ok(after);
	if (command.action === 'merge') core.presence.follow(number, livingNumber(core, number));
	return moved.ok ? {ok: true, number, revision: moved.value.revision, undo} : {...moved, number};
};

const performOne = async (core: Core, caller: Caller, asked: Command): Promise<Outcome> => {
	const command = {...asked, number: await placeOf(core, asked)};
	const {number} = command;
	const action = actionByName.get(command.action);
	const allowed = action
		? demand(caller, action.right)
		: fail('action-unavailable', {action: command.action});
	if (!allowed.ok) return {ok: false, number, problem: allowed.problem};
	if (command.action === 'delete') return remove(core, caller, command);
	if (command.action === 'split') {
		const check = applyTo(core, caller, command);
		return splitTicket(core, command, {by: caller.agent.login, check});
	}
	const summary = core.parts.store.summaries().get(number);
	// Every opening of a ticket says `read`; most have been read.
	if (command.action === 'read' && summary && !summary.unread)
		return {ok: true, number, revision: summary.revision, undo: null};
	return change(core, caller, command);
};

/** Runs `work` for each group, some side by side. */
const inGroups = async <T>(groups: readonly T[], work: (group: T) => Promise<void>) => {
	const waiting = groups.values();
	const lane = async () => {
		for (const group of waiting) await work(group);
	};
	await Promise.all(Array.from({length: Math.min(sideBySide, groups.length)}, lane));
};

/**
 * Applies commands one by one, each ticket's in their order; a failed one does not stop the others.
 * A command that is repeated with its id is answered again, not applied again.
 */
export const createPerform = (core: Core): Perform => {
	const outcomes = new Map<string, Promise<Outcome>>();

	const remember = (key: string, outcome: Promise<Outcome>): void => {
		outcomes.set(key, outcome);
		const [oldest] = outcomes.keys();
		if (outcomes.size > remembered && oldest !== undefined) outcomes.delete(oldest);
	};

	const once = async (caller: Caller, command: Command): Promise<Outcome> => {
		const key = `${caller.agent.login} ${command.number} ${command.id}`;
		const known = outcomes.get(key);
		if (known !== undefined) return known;
		const outcome = performOne(core, caller, command);
		// At once: a client that lost its connection repeats what may still be running.
		remember(key, outcome);
		let isDone = false;
		try {
			isDone = (await outcome).ok;
			return await outcome;
		} finally {
			if (!isDone) outcomes.delete(key);
		}
	};

	return async (caller, input) => {
		const commands = checked(commandsInput, input);
		if (!commands.ok) return commands;
		const results: Outcome[] = [];
		const groups = Map.groupBy(commands.value.entries(), ([, command]) => command.number);
		await inGroups([...groups.values()], async group => {
			for (const [index, command] of group) results[index] = await once(caller, command);
		});
		return ok(results);
	};
};
