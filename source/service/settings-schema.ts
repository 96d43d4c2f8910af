import * as v from 'valibot';
import {id, status} from './schema.ts';

/** Forms of the settings that clients send. What they mean is checked by the desk. */

const short = v.pipe(v.string(), v.maxLength(1000));
const text = v.pipe(v.string(), v.maxLength(100_000));
const number = v.pipe(v.number(), v.integer());

const serverAddress = v.object({
	host: short,
	port: v.pipe(number, v.minValue(1), v.maxValue(65_535)),
	tls: v.picklist(['tls', 'starttls', 'none']),
	user: short,
	allowSelfSigned: v.boolean(),
});

const passwordSource = v.variant('kind', [
	v.object({kind: v.literal('secrets-file')}),
	v.object({kind: v.literal('environment'), variable: short}),
	v.object({kind: v.literal('command'), command: short}),
	v.object({kind: v.literal('none')}),
]);

export const account = v.object({
	/** Also the name of a file. */
	id: v.pipe(v.string(), v.regex(/^[\da-z-]{1,100}$/iu)),
	name: short,
	address: short,
	aliases: v.array(short),
	imap: v.nullable(serverAddress),
	smtp: v.nullable(serverAddress),
	password: passwordSource,
	folder: short,
	sentFolder: v.nullable(short),
	moveTo: v.nullable(short),
	ticketsEnabled: v.boolean(),
	defaultProject: v.nullable(short),
	defaultQueue: v.nullable(short),
	fromDate: v.nullable(v.pipe(v.string(), v.isoDate())),
	alwaysUseAsSender: v.boolean(),
	deleteOnServer: v.boolean(),
	importAsCompleted: v.boolean(),
	signature: text,
	visibleTo: v.array(short),
	autoResponder: v.object({
		active: v.boolean(),
		subject: short,
		text,
		oncePerDay: v.boolean(),
	}),
});

export const agent = v.object({
	login: id,
	name: short,
	role: v.picklist(['admin', 'agent', 'viewer']),
	active: v.boolean(),
	signature: text,
});

const template = v.object({
	id,
	title: short,
	category: short,
	language: short,
	project: v.nullable(short),
	text,
	order: v.number(),
	active: v.boolean(),
});

const rule = v.object({
	id,
	title: short,
	position: v.number(),
	active: v.boolean(),
	stop: v.boolean(),
	conditions: v.array(
		v.object({
			field: v.picklist(['recipient', 'sender', 'senderName', 'subject']),
			pattern: short,
		}),
	),
	actions: v.array(v.object({action: short, value: text})),
	hits: number,
});

const job = v.object({
	id,
	name: short,
	kind: v.picklist(['periodic', 'daily']),
	weekday: v.pipe(number, v.minValue(0), v.maxValue(7)),
	periodMinutes: v.pipe(number, v.minValue(0)),
	startTime: short,
	type: v.literal('cronjob'),
	parameter: v.picklist(['tickets', 'tickets_oauth']),
	active: v.boolean(),
});

export const deskPart = v.object({
	name: v.exactOptional(short),
	queues: v.exactOptional(
		v.array(v.object({label: short, name: short, responsible: v.nullable(short)})),
	),
	projects: v.exactOptional(v.array(v.object({label: short, name: short}))),
	templates: v.exactOptional(v.array(template)),
	rules: v.exactOptional(v.array(rule)),
	jobs: v.exactOptional(v.array(job)),
	defaultAccount: v.exactOptional(v.nullable(short)),
	reopenTrash: v.exactOptional(v.boolean()),
	undoSeconds: v.exactOptional(v.pipe(number, v.minValue(0))),
	maxMailBytes: v.exactOptional(v.pipe(number, v.minValue(0))),
	statusAfterReply: v.exactOptional(status),
});
