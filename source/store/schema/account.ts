import * as v from 'valibot';
import {oauthProviders, tlsModes} from '../../domain/account/account.ts';

const serverSchema = v.object({
	host: v.string(),
	port: v.number(),
	tls: v.picklist(tlsModes),
	user: v.string(),
	allowSelfSigned: v.boolean(),
});

const passwordSchema = v.variant('kind', [
	v.object({
		kind: v.literal('oauth2'),
		provider: v.picklist(oauthProviders),
		clientId: v.string(),
		tenant: v.string(),
		tokenUrl: v.string(),
		deviceUrl: v.string(),
		authorizationUrl: v.string(),
		scopes: v.array(v.string()),
	}),
	v.object({kind: v.literal('secrets-file')}),
	v.object({kind: v.literal('environment'), variable: v.string()}),
	v.object({kind: v.literal('command'), command: v.string()}),
	v.object({kind: v.literal('none')}),
]);

const passSchema = v.object({
	account: v.string(),
	startedAt: v.string(),
	finishedAt: v.string(),
	ok: v.boolean(),
	problem: v.nullable(v.object({name: v.string(), text: v.string()})),
	imported: v.number(),
	followUps: v.number(),
	duplicates: v.number(),
	skipped: v.number(),
	quarantined: v.number(),
	ledger: v.exactOptional(v.object({onServer: v.number(), missing: v.number()})),
});

/** `accounts/<id>.json`, `domain/account/account.ts`. */
export const accountSchema = v.object({
	v: v.number(),
	account: v.object({
		id: v.string(),
		name: v.string(),
		address: v.string(),
		aliases: v.array(v.string()),
		imap: v.nullable(serverSchema),
		smtp: v.nullable(serverSchema),
		password: passwordSchema,
		folder: v.string(),
		sentFolder: v.nullable(v.string()),
		moveTo: v.nullable(v.string()),
		ticketsEnabled: v.boolean(),
		defaultProject: v.nullable(v.string()),
		defaultQueue: v.nullable(v.string()),
		fromDate: v.nullable(v.string()),
		alwaysUseAsSender: v.boolean(),
		deleteOnServer: v.boolean(),
		importAsCompleted: v.boolean(),
		signature: v.string(),
		visibleTo: v.array(v.string()),
		autoResponder: v.object({
			active: v.boolean(),
			subject: v.string(),
			text: v.string(),
			oncePerDay: v.boolean(),
		}),
	}),
	state: v.object({
		marks: v.record(
			v.string(),
			v.object({
				uidValidity: v.string(),
				uid: v.number(),
				at: v.exactOptional(v.string()),
				first: v.exactOptional(v.number()),
			}),
		),
		lastPass: v.nullable(passSchema),
		lastSuccess: v.exactOptional(v.string()),
		runs: v.exactOptional(v.record(v.string(), passSchema)),
	}),
});
