import type {Command} from './command.ts';

/**
 * Every command by its name. Each is loaded when it is called, so that the screen starts without
 * reading the others.
 */
export const commandList: Readonly<Record<string, () => Promise<Command>>> = {
	account: async () => (await import('./command/account.ts')).account,
	agent: async () => (await import('./command/agent.ts')).agent,
	backup: async () => (await import('./command/backup.ts')).backup,
	check: async () => (await import('./command/check.ts')).check,
	comment: async () => (await import('./command/comment.ts')).comment,
	demo: async () => (await import('./command/demo.ts')).demo,
	desk: async () => (await import('./command/desk.ts')).desk,
	doctor: async () => (await import('./command/doctor.ts')).doctor,
	import: async () => (await import('./command/import.ts')).importMail,
	job: async () => (await import('./command/job.ts')).job,
	list: async () => (await import('./command/list.ts')).list,
	note: async () => (await import('./command/comment.ts')).comment,
	outbox: async () => (await import('./command/outbox.ts')).outbox,
	project: async () => (await import('./command/project.ts')).project,
	quarantine: async () => (await import('./command/quarantine.ts')).quarantine,
	queue: async () => (await import('./command/queue.ts')).queue,
	receive: async () => (await import('./command/receive.ts')).receive,
	reply: async () => (await import('./command/reply.ts')).reply,
	restore: async () => (await import('./command/restore.ts')).restore,
	rule: async () => (await import('./command/rule.ts')).rule,
	screen: async () => (await import('./command/screen.ts')).screen,
	search: async () => (await import('./command/search.ts')).search,
	serve: async () => (await import('./command/serve.ts')).serveCommand,
	set: async () => (await import('./command/set.ts')).set,
	setup: async () => (await import('./command/setup.ts')).setup,
	show: async () => (await import('./command/show.ts')).show,
	status: async () => (await import('./command/status.ts')).status,
	stop: async () => (await import('./command/stop.ts')).stop,
	silenced: async () => (await import('./command/silenced.ts')).silenced,
	template: async () => (await import('./command/template.ts')).template,
	where: async () => (await import('./command/where.ts')).where,
};
