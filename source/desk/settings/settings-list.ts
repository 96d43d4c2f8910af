import * as v from 'valibot';
import type {Right} from '../../domain/agent.ts';
import type {Problem} from '../../domain/problem.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {itemInput, itemKeyInput} from '../../domain/settings/settings-input.ts';
import {
	dropItem,
	findItem,
	type ListName,
	listNames,
	orderedItems,
	orderedLists,
	putItem,
	type SettingsLists,
} from '../../domain/settings/settings-list.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Removal} from '../desk.ts';
import {demand} from '../permit.ts';
import {checked} from '../request-input.ts';
import {itemReferences, namedThing} from './item-references.ts';
import {labelUnused, type NamedLabel, ticketsWith} from './label-use.ts';
import {moveLabel} from './move-label.ts';

/** Which right each list needs. */
const rightFor: Readonly<Record<ListName, Right>> = {
	queues: 'queues',
	projects: 'queues',
	templates: 'templates',
	rules: 'rules',
	jobs: 'jobs',
};

const listInput = v.picklist(listNames);

/** The list, for a caller who may change it. */
const permitted = (caller: Caller, input: unknown): Result<ListName> => {
	const list = checked(listInput, input);
	if (!list.ok) return fail('input-invalid', {field: 'list', value: String(input).slice(0, 50)});
	const may = demand(caller, rightFor[list.value]);
	return may.ok ? list : may;
};

const saved = (core: Core, result: Result<unknown>): Result<null> => {
	if (!result.ok) return result;
	core.settingsChanged();
	return ok(null);
};

/** The problem with the list that it is about: labels of queues and projects differ in shape. */
const ofList = ({problem}: {readonly problem: Problem}, list: ListName): Result<never> => ({
	ok: false,
	problem: {...problem, details: {...problem.details, list}},
});

/**
 * Adds an item to a list of the settings or replaces the one with its key. Problems: `not-permitted`
 * (each list has its right), `input-invalid`, `label-taken`, `queue-unknown`, `agent-unknown`.
 */
export const saveItem = async (
	core: Core,
	caller: Caller,
	{list: name, item: input}: {readonly list: unknown; readonly item: unknown},
): Promise<Result<null>> => {
	const list = permitted(caller, name);
	if (!list.ok) return list;
	const item: Result<SettingsLists[ListName]> = checked(itemInput[list.value], input);
	if (!item.ok) return ofList(item, list.value);
	return saved(
		core,
		await core.parts.store.changeDesk(document => {
			// Under the store's lock: what it names may just have gone.
			const there = itemReferences(core, item.value);
			return there.ok ? putItem(document, list.value, item.value) : there;
		}),
	);
};

const removeInput = v.object({
	key: itemKeyInput,
	options: v.nullish(v.object({moveTo: v.nullable(itemKeyInput)})),
});

const kindOf: Partial<Record<ListName, 'queue' | 'project'>> = {
	queues: 'queue',
	projects: 'project',
};

const missing = (list: ListName, key: string): Result<never> =>
	list === 'queues'
		? fail('queue-unknown', {queue: key})
		: fail('input-invalid', {field: list, value: key});

/** Takes a label away with everything that names it. */
const removeLabel = async (
	core: Core,
	caller: Caller,
	{
		list,
		named,
		to,
	}: {readonly list: ListName; readonly named: NamedLabel; readonly to: string | null},
): Promise<Result<Removal>> => {
	const there = to === null ? ok(null) : namedThing(core, named.kind, to);
	if (!there.ok) return there;
	if (to === named.label) return fail('input-invalid', {field: 'moveTo', value: to});
	const moved = await moveLabel(core, {...named, to, caller}, document =>
		dropItem(document, list, named.label),
	);
	core.settingsChanged();
	return moved.ok ? ok({moved: moved.value}) : moved;
};

/**
 * Removes an item. A queue or project that something names goes only with `moveTo`: its tickets, and
 * the accounts, rules and templates that name it, move there (null: to none), so that no mail of
 * tomorrow falls to a label that is gone; a rule left with nothing to do is switched off. Answers the
 * numbers of the moved tickets. Problems: `label-in-use` with the counts, `queue-unknown`.
 */
export const removeItem = async (
	core: Core,
	caller: Caller,
	asked: {readonly list: unknown; readonly key: unknown; readonly options: unknown},
): Promise<Result<Removal>> => {
	const permission = permitted(caller, asked.list);
	if (!permission.ok) return permission;
	const input = checked(removeInput, {key: asked.key, options: asked.options});
	if (!input.ok) return input;
	const list = permission.value;
	const {key, options} = input.value;
	const {store} = core.parts;
	const kind = kindOf[list];
	const named = kind ? {kind, label: key} : null;
	// A move that was cut off at its very end has left tickets with a label that is gone.
	const leftOver = named !== null && options != null && ticketsWith(store, named).length > 0;
	if (!findItem(store.desk(), list, key) && !leftOver) return missing(list, key);
	if (named && options) return removeLabel(core, caller, {list, named, to: options.moveTo});
	const dropped = await store.changeDesk(document => {
		const free = named ? labelUnused(store, named) : ok(null);
		return free.ok ? ok(dropItem(document, list, key)) : free;
	});
	const answer = saved(core, dropped);
	return answer.ok ? ok({moved: []}) : answer;
};

const orderInput = v.object({
	list: v.picklist(orderedLists),
	keys: v.pipe(v.array(itemKeyInput), v.maxLength(2000)),
});

/** Puts rules or templates in this order; those not named follow as they stood. */
export const orderItems = async (
	core: Core,
	caller: Caller,
	asked: {readonly list: unknown; readonly keys: unknown},
): Promise<Result<null>> => {
	const input = checked(orderInput, asked);
	if (!input.ok) return input;
	const {list, keys} = input.value;
	const may = permitted(caller, list);
	if (!may.ok) return may;
	return saved(
		core,
		await core.parts.store.changeDesk(document => ok(orderedItems(document, list, keys))),
	);
};
