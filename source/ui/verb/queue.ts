import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, nowNote, openPicker} from './picker.ts';
import {canActOn, current, performOn, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const canEdit = canActOn('tickets.edit');

const moveTo = (
	found: readonly Target[],
	queue: {readonly label: string; readonly name: string} | null,
): Reaction => ({
	effects: [
		performOn(found, {
			action: 'queue',
			input: {queue: queue?.label ?? null},
			label:
				queue === null ? {key: 'done.noQueue'} : {key: 'done.queue', params: {queue: queue.name}},
		}),
	],
});

const queueMenu = (state: State): Reaction => {
	const found = targets(state);
	const now = found.length === 1 ? current(state)?.queue : undefined;
	const queues = state.me?.desk.queues ?? [];
	return openPicker({key: 'picker.queue', params: {n: found.length}}, [
		...queues.map(queue =>
			item(`${queue.name} (${queue.label})`, moveTo(found, queue), {
				note: nowNote(queue.label === now),
			}),
		),
		item({key: 'picker.noQueue'}, moveTo(found, null), {
			letter: '-',
			note: nowNote(now === null),
		}),
	]);
};

const projectMenu = (state: State): Reaction => {
	const found = targets(state);
	const set = (project: string | null): Reaction => ({
		effects: [
			performOn(found, {
				action: 'project',
				input: {project},
				label: {key: 'done.project', params: {project: project ?? '–'}},
			}),
		],
	});
	const projects = state.me?.desk.projects ?? [];
	return openPicker({key: 'picker.project', params: {n: found.length}}, [
		...projects.map(project => item(`${project.name} (${project.label})`, set(project.label))),
		item({key: 'picker.noProject'}, set(null), {letter: '-'}),
	]);
};

const scopes = ['list', 'ticket'] as const;

/** Where a ticket belongs: its queue and its project. */
export const queueVerbs: readonly Verb[] = [
	defineVerb({
		name: 'queue',
		group: 'ticket',
		scopes,
		hint: {list: 60, ticket: 70},
		available: canEdit,
		run: queueMenu,
	}),
	defineVerb({
		name: 'project',
		group: 'ticket',
		scopes,
		available: state =>
			(state.me?.desk.projects.length ?? 0) === 0 ? 'reason.noProjects' : canEdit(state),
		run: projectMenu,
	}),
];
