import type {ActionSettings} from '../action/action.ts';
import type {Agent} from '../agent.ts';
import type {DeskDocument} from '../desk-document.ts';

/** What actions check their input against, taken from the desk's documents. */
export const actionSettings = (desk: DeskDocument, agents: readonly Agent[]): ActionSettings => ({
	queues: new Map(desk.queues.map(queue => [queue.label, queue])),
	agents: new Map(agents.map(agent => [agent.login, agent])),
	projects: new Set(desk.projects.map(project => project.label)),
});

/** The queue of this label; labels are unique ignoring case. */
export const findQueue = (
	settings: ActionSettings,
	label: string,
): {readonly label: string; readonly responsible: string | null} | null => {
	const exact = settings.queues.get(label);
	if (exact) return exact;
	const wanted = label.toLowerCase();
	for (const queue of settings.queues.values())
		if (queue.label.toLowerCase() === wanted) return queue;
	return null;
};

/** The project of this label as it is written in the settings. */
export const findProject = (settings: ActionSettings, label: string): string | null => {
	const wanted = label.toLowerCase();
	for (const project of settings.projects) if (project.toLowerCase() === wanted) return project;
	return null;
};
