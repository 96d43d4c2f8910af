import type {Rule} from '../../domain/desk-document.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {ruleFaults, ruleNames} from '../../domain/rule/rule-check.ts';
import type {ListName, SettingsLists} from '../../domain/settings/settings-list.ts';
import type {Core} from '../core.ts';

/** Whether there is a queue, project or agent of this name; other kinds are not looked up. */
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
		default:
			return ok(null);
	}
};

/** What a rule says, apart from its name and place. */
const meaning = ({stop, conditions, actions}: Rule): string =>
	JSON.stringify([stop, conditions, actions]);

/**
 * A rule has to be sound when it is written. One that became unsound since, because a queue or an
 * agent went, can still be switched off and moved.
 */
const ruleSound = (core: Core, rule: Rule): Result<null> => {
	const desk = core.parts.store.desk();
	const old = desk.rules.find(one => one.id === rule.id);
	const isKept = old !== undefined && meaning(old) === meaning(rule);
	if (isKept && (!rule.active || old.active)) return ok(null);
	const [problem] = ruleFaults(rule, ruleNames(core.actionSettings(), desk));
	return problem ? {ok: false, problem} : ok(null);
};

/** What an item names has to be there. */
export const itemReferences = (core: Core, item: SettingsLists[ListName]): Result<null> => {
	if ('responsible' in item)
		return item.responsible === null ? ok(null) : namedThing(core, 'assignee', item.responsible);
	if ('category' in item)
		return item.project === null ? ok(null) : namedThing(core, 'project', item.project);
	return 'actions' in item ? ruleSound(core, item) : ok(null);
};
