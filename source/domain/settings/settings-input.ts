import * as v from 'valibot';
import {oauthProviders, tlsModes} from '../account/account.ts';
import {isEndpoint} from '../account/endpoint.ts';
import {roles} from '../agent.ts';
import {filledLineInput, lineInput, linesInput, mailboxInput} from '../clean-input.ts';
import {isDay} from '../day.ts';
import {jobKinds, jobParameters, ruleFields} from '../desk-document.ts';
import {statusNames} from '../status.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/u));

/** A Unix login (shadow-utils' rule, upper case allowed). */
export const loginInput = v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/u));

/** Kennung of a queue: letters only. */
const queueLabel = v.pipe(v.string(), v.regex(/^\p{L}{1,32}$/u));

const projectLabel = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_-]{1,32}$/u));

const label = v.nullable(lineInput(64));

const integer = (min: number, max: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

const time = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u));

export const agentInput = v.object({
	login: loginInput,
	name: filledLineInput(100),
	role: v.picklist(roles),
	active: v.boolean(),
	signature: linesInput(10_000),
});

const server = v.object({
	host: v.pipe(lineInput(253), v.regex(/^[^\s/]+$/u)),
	port: integer(1, 65_535),
	tls: v.picklist(tlsModes),
	user: lineInput(320),
	allowSelfSigned: v.boolean(),
});

/** An endpoint of an authorization server: https, or http to this machine; empty for none. */
const endpoint = v.pipe(
	lineInput(1000),
	v.check(url => url === '' || isEndpoint(url)),
);

const password = v.variant('kind', [
	v.object({
		kind: v.literal('oauth2'),
		provider: v.picklist(oauthProviders),
		clientId: filledLineInput(500),
		tenant: v.pipe(lineInput(253), v.regex(/^[A-Za-z0-9.-]*$/u)),
		tokenUrl: endpoint,
		deviceUrl: endpoint,
		authorizationUrl: endpoint,
		scopes: v.pipe(v.array(v.pipe(filledLineInput(500), v.regex(/^\S+$/u))), v.maxLength(20)),
	}),
	v.object({kind: v.literal('secrets-file')}),
	v.object({kind: v.literal('environment'), variable: filledLineInput(100)}),
	v.object({kind: v.literal('command'), command: filledLineInput(1000)}),
	v.object({kind: v.literal('none')}),
]);

/** Letters, digits, `-`: it is a file name as well. */
export const accountId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/u));

export const accountInput = v.object({
	id: accountId,
	name: lineInput(100),
	address: mailboxInput,
	aliases: v.pipe(v.array(mailboxInput), v.maxLength(100)),
	imap: v.nullable(server),
	smtp: v.nullable(server),
	password,
	folder: filledLineInput(200),
	sentFolder: v.nullable(filledLineInput(200)),
	moveTo: v.nullable(filledLineInput(200)),
	ticketsEnabled: v.boolean(),
	defaultProject: label,
	defaultQueue: label,
	fromDate: v.nullable(v.pipe(v.string(), v.check(isDay))),
	alwaysUseAsSender: v.boolean(),
	deleteOnServer: v.boolean(),
	importAsCompleted: v.boolean(),
	signature: linesInput(10_000),
	visibleTo: v.pipe(v.array(loginInput), v.maxLength(200)),
	autoResponder: v.object({
		active: v.boolean(),
		subject: lineInput(500),
		text: linesInput(100_000),
		oncePerDay: v.boolean(),
	}),
});

const queue = v.object({
	label: queueLabel,
	name: filledLineInput(100),
	responsible: v.nullable(loginInput),
});

const template = v.object({
	id,
	title: filledLineInput(200),
	category: v.pipe(lineInput(200), v.regex(/^(?:[^/]+(?:\/[^/]+)?)?$/u)),
	language: lineInput(10),
	project: label,
	text: linesInput(100_000),
	order: v.number(),
	active: v.boolean(),
});

const rule = v.object({
	id,
	title: filledLineInput(200),
	position: v.number(),
	active: v.boolean(),
	stop: v.boolean(),
	conditions: v.pipe(
		v.array(
			v.object({
				field: v.picklist(ruleFields),
				pattern: filledLineInput(500),
			}),
		),
		v.maxLength(50),
	),
	actions: v.pipe(
		v.array(v.object({action: filledLineInput(50), value: lineInput(500)})),
		v.maxLength(50),
	),
	hits: integer(0, Number.MAX_SAFE_INTEGER),
});

const job = v.object({
	id,
	name: filledLineInput(100),
	kind: v.picklist(jobKinds),
	weekday: integer(0, 7),
	periodMinutes: integer(1, 10_080),
	startTime: time,
	type: v.literal('cronjob'),
	parameter: v.picklist(jobParameters),
	active: v.boolean(),
});

/** One item of a list of the desk's settings, by the name of the list. */
export const itemInput = {
	queues: queue,
	projects: v.object({label: projectLabel, name: filledLineInput(100)}),
	templates: template,
	rules: rule,
	jobs: job,
};

/** The key of an item, whatever its list allows. */
export const itemKeyInput = filledLineInput(64);

/** Single values of the desk's settings that a client wants replaced. */
export const deskInput = v.strictObject({
	name: v.exactOptional(filledLineInput(100)),
	defaultAccount: v.exactOptional(v.nullable(lineInput(64))),
	reopenTrash: v.exactOptional(v.boolean()),
	undoSeconds: v.exactOptional(integer(0, 600)),
	maxMailBytes: v.exactOptional(integer(100_000, 500_000_000)),
	statusAfterReply: v.exactOptional(v.picklist(statusNames)),
});
