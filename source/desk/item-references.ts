import type {Rule} from '../domain/desk-document.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import type {ListName, SettingsLists} from '../domain/settings-list.ts';
import {statusNames} from '../domain/status.ts';
import type {Core} from './core.ts';

/** Whether there is a queue, project or agent of this name, or a status; other kinds are not looked up. */
export const namedThing = (core: Core, kind: string, value: string): Result<null> => {
	const {queues, projects} = core.parts.store.desk();
	switch (kind) {
		case 'queue':
			return queues.some(({label}) => label === value)
				? ok(null)
				: fail('queue-unknown', {queue: value});
		case 'project':
			return projects.some(({label}) => label === value)
				? ok(null)
				: fail('input-invalid', {field: 'project', value});
		case 'assignee':
			return core.agent(value) ? ok(null) : fail('agent-unknown', {agent: value});
		case 'status':
			return statusNames.some(status => status === value)
				? ok(null)
				: fail('input-invalid', {field: 'status', value});
		default:
			return ok(null);
	}
};

const ruleReferences = (core: Core, {actions}: Rule): Result<null> =>
	actions.map(({action, value}) => namedThing(core, action, value)).find(result => !result.ok) ??
	ok(null);

/** What an item names has to be there. */
export const itemReferences = (core: Core, item: SettingsLists[ListName]): Result<null> => {
	if ('responsible' in item)
		return item.responsible === null ? ok(null) : namedThing(core, 'assignee', item.responsible);
	if ('category' in item)
		return item.project === null ? ok(null) : namedThing(core, 'project', item.project);
	return 'actions' in item ? ruleReferences(core, item) : ok(null);
};
