import type {Me} from '../../desk/desk.ts';
import type {Step} from '../../domain/action/action.ts';
import {actionSettings, findProject, findQueue} from '../../domain/change/action-settings.ts';
import {statusOf} from '../../domain/filter/status-word.ts';
import {requesterOf} from '../../domain/new-ticket.ts';
import type {Problem} from '../../domain/problem.ts';
import {tagChange} from '../../domain/tag.ts';
import {parseSnooze} from '../../ui/verb/snooze-time.ts';
import {type Call, isSet, listFlag, textFlag} from '../command.ts';
import {assigneeOf, clearable, isNobody, switched} from './choice.ts';

const statusStep = (call: Call): readonly Step[] | string => {
	const word = textFlag(call, 'status');
	if (word === null) return [];
	const status = statusOf(word);
	return status === null
		? call.say('cli.status-unknown', {value: word})
		: [{action: 'status', input: {status}}];
};

const snoozeStep = (call: Call, now: number): readonly Step[] | string => {
	const wish = textFlag(call, 'snooze');
	if (wish === null) return [];
	if (isNobody(wish) || ['off', 'aus', 'nie', 'never'].includes(wish.toLowerCase()))
		return [{action: 'snooze', input: {until: null}}];
	const exact = /T.*(?:Z|[+-]\d\d:\d\d)$/u.test(wish) ? Date.parse(wish) : Number.NaN;
	const time = Number.isNaN(exact) ? parseSnooze(wish, now) : exact;
	return time === null
		? call.say('cli.snooze-unknown', {value: wish})
		: [{action: 'snooze', input: {until: new Date(time).toISOString()}}];
};

const tagStep = (call: Call): readonly Step[] => {
	const words = listFlag(call, 'tag');
	return words.length === 0 ? [] : [{action: 'tags', input: tagChange(words)}];
};

const assignStep = (call: Call, login: string): readonly Step[] => {
	const assignee = assigneeOf(call, login);
	return assignee === undefined ? [] : [{action: 'assign', input: {assignee}}];
};

const labelStep = (call: Call, name: 'queue' | 'project'): readonly Step[] => {
	const label = clearable(call, name);
	return label === undefined ? [] : [{action: name, input: {[name]: label}}];
};

const flagStep = (call: Call, name: 'prio' | 'personal' | 'private' | 'star'): readonly Step[] => {
	const on = switched(call, name);
	return on === null ? [] : [{action: name, input: {on}}];
};

const requesterStep = (call: Call): readonly Step[] => {
	const typed = textFlag(call, 'requester');
	return typed === null ? [] : [{action: 'requester', input: {requester: requesterOf(typed)}}];
};

/** What the flags of `set` ask for, as actions; a text that says which flag is not understood. */
export const stepsOf = (
	call: Call,
	{login, now}: {readonly login: string; readonly now: number},
): readonly Step[] | string => {
	const status = statusStep(call);
	if (typeof status === 'string') return status;
	const snooze = snoozeStep(call, now);
	if (typeof snooze === 'string') return snooze;
	const subject = textFlag(call, 'subject');
	return [
		...(isSet(call, 'applyRules') ? [{action: 'applyRules', input: {}}] : []),
		...labelStep(call, 'queue'),
		...labelStep(call, 'project'),
		...assignStep(call, login),
		...(isSet(call, 'claim') ? [{action: 'claim', input: {}}] : []),
		...flagStep(call, 'prio'),
		...flagStep(call, 'personal'),
		...flagStep(call, 'private'),
		...flagStep(call, 'star'),
		...tagStep(call),
		...(subject === null ? [] : [{action: 'subject', input: {subject}}]),
		...requesterStep(call),
		...snooze,
		...status,
	];
};

/** Why one of the steps can succeed on no ticket: names that the desk does not know. */
export const impossibleStep = (steps: readonly Step[], me: Me): Problem | null => {
	const settings = actionSettings(me.desk, me.agents);
	for (const {action, input} of steps) {
		const {queue, project, assignee} = input as Readonly<Record<string, string | null>>;
		if (action === 'queue' && queue && !findQueue(settings, queue))
			return {name: 'queue-unknown', details: {queue}};
		if (action === 'project' && project && findProject(settings, project) === null)
			return {name: 'input-invalid', details: {field: 'project', value: project}};
		if (action === 'assign' && assignee && !settings.agents.get(assignee)?.active)
			return {name: 'agent-unknown', details: {agent: assignee}};
	}
	return null;
};
