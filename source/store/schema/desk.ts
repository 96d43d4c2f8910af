import * as v from 'valibot';
import {roles} from '../../domain/agent.ts';
import {jobKinds, jobParameters, ruleFields} from '../../domain/desk-document.ts';
import {statusNames} from '../../domain/status.ts';

const queueSchema = v.object({
	label: v.string(),
	name: v.string(),
	responsible: v.nullable(v.string()),
});

const templateSchema = v.object({
	id: v.string(),
	title: v.string(),
	category: v.string(),
	language: v.string(),
	project: v.nullable(v.string()),
	text: v.string(),
	order: v.number(),
	active: v.boolean(),
});

const ruleSchema = v.object({
	id: v.string(),
	title: v.string(),
	position: v.number(),
	active: v.boolean(),
	stop: v.boolean(),
	conditions: v.array(
		v.object({
			field: v.picklist(ruleFields),
			pattern: v.string(),
		}),
	),
	actions: v.array(v.object({action: v.string(), value: v.string()})),
	hits: v.number(),
});

const jobSchema = v.object({
	id: v.string(),
	name: v.string(),
	kind: v.picklist(jobKinds),
	weekday: v.number(),
	periodMinutes: v.number(),
	startTime: v.string(),
	type: v.literal('cronjob'),
	parameter: v.picklist(jobParameters),
	active: v.boolean(),
});

/** `desk.json`, `domain/desk-document.ts`. */
export const deskSchema = v.object({
	v: v.number(),
	name: v.string(),
	queues: v.array(queueSchema),
	projects: v.array(v.object({label: v.string(), name: v.string()})),
	templates: v.array(templateSchema),
	rules: v.array(ruleSchema),
	jobs: v.array(jobSchema),
	defaultAccount: v.nullable(v.string()),
	reopenTrash: v.boolean(),
	undoSeconds: v.number(),
	maxMailBytes: v.number(),
	log: v.exactOptional(
		v.array(
			v.object({
				at: v.string(),
				by: v.string(),
				what: v.literal('erase'),
				tickets: v.number(),
				files: v.number(),
			}),
		),
	),
	statusAfterReply: v.picklist(statusNames),
	silenced: v.exactOptional(
		v.array(
			v.object({address: v.string(), until: v.string(), reason: v.picklist(['bounce', 'loop'])}),
		),
	),
});

/** `agents.json`. */
export const agentsSchema = v.object({
	v: v.number(),
	agents: v.array(
		v.object({
			login: v.string(),
			name: v.string(),
			role: v.picklist(roles),
			active: v.boolean(),
			signature: v.string(),
		}),
	),
});
