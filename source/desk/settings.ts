import type {Right} from '../domain/agent.ts';
import type {DeskDocument} from '../domain/desk-document.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import {deskInput} from '../domain/settings-input.ts';
import type {Caller} from './caller.ts';
import type {Core} from './core.ts';
import {labelsUnused} from './label-use.ts';
import {demand} from './permit.ts';
import {checked} from './request-input.ts';

type Part = Partial<Omit<DeskDocument, 'v'>>;

/** Which right each part of the settings needs; what stands not here needs `accounts`. */
const rightFor: Partial<Record<keyof Part, Right>> = {
	queues: 'queues',
	projects: 'queues',
	templates: 'templates',
	rules: 'rules',
	jobs: 'jobs',
};

const permitted = (caller: Caller, part: Part): Result<null> => {
	for (const key of Object.keys(part) as Array<keyof Part>) {
		const may = demand(caller, rightFor[key] ?? 'accounts');
		if (!may.ok) return may;
	}
	return ok(null);
};

/** The first key that stands there twice, ignoring case. */
const doubled = (keys: readonly string[]): string | null => {
	const seen = new Set<string>();
	for (const key of keys) {
		if (seen.has(key.toLowerCase())) return key;
		seen.add(key.toLowerCase());
	}
	return null;
};

const unique = (part: Part): Result<null> => {
	const lists = [
		part.queues?.map(queue => queue.label),
		part.projects?.map(project => project.label),
		part.templates?.map(template => template.id),
		part.rules?.map(rule => rule.id),
		part.jobs?.map(job => job.id),
	];
	const twice = lists.map(keys => doubled(keys ?? [])).find(key => key !== null);
	return twice === undefined || twice === null ? ok(null) : fail('label-taken', {label: twice});
};

const references = (core: Core, part: Part): Result<null> => {
	for (const {responsible} of part.queues ?? [])
		if (responsible !== null && !core.agent(responsible))
			return fail('agent-unknown', {agent: responsible});
	const {defaultAccount: account} = part;
	if (account && !core.parts.store.accounts().some(one => one.account.id === account))
		return fail('account-unknown', {account});
	return ok(null);
};

/** The hits of a rule are counted by the desk, not by who edits it. */
const keepHits = (part: Part, document: DeskDocument): Part =>
	part.rules
		? {
				...part,
				rules: part.rules.map(rule => ({
					...rule,
					hits: document.rules.find(old => old.id === rule.id)?.hits ?? 0,
				})),
			}
		: part;

/**
 * Replaces parts of the desk's settings. Problems: `not-permitted` (each part has its right),
 * `label-taken`, `action-unavailable` (`label-in-use`), `agent-unknown`, `account-unknown`.
 */
export const saveDesk = async (
	core: Core,
	caller: Caller,
	input: unknown,
): Promise<Result<null>> => {
	const part = checked(deskInput, input);
	if (!part.ok) return part;
	const tests = [permitted(caller, part.value), unique(part.value), references(core, part.value)];
	const failed = tests.find(test => !test.ok);
	if (failed) return failed;
	const saved = await core.parts.store.changeDesk(document => {
		const free = labelsUnused(core.parts.store, part.value);
		return free.ok ? ok({...document, ...keepHits(part.value, document)}) : free;
	});
	if (!saved.ok) return saved;
	core.settingsChanged();
	return ok(null);
};
