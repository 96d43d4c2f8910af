import * as v from 'valibot';
import {type AccountDocument, accountVersion} from '../../domain/account/account.ts';
import {
	type AgentsDocument,
	agentsVersion,
	type DeskDocument,
	deskVersion,
} from '../../domain/desk-document.ts';
import {isRecord} from '../../domain/is-record.ts';
import {type IntakeDocument, intakeVersion} from '../../domain/receive/intake-document.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {type Ticket, ticketVersion} from '../../domain/ticket.ts';
import {type Migration, migrations} from '../migrate/index.ts';
import {upgrade} from '../migrate/upgrade.ts';
import {accountSchema} from './account.ts';
import {agentsSchema, deskSchema} from './desk.ts';
import {intakeSchema} from './intake.ts';
import {ticketSchema} from './ticket.ts';
import {type Tombstone, tombstoneSchema, tombstoneVersion} from './tombstone.ts';

export type Documents = {
	readonly ticket: Ticket;
	readonly tombstone: Tombstone;
	readonly desk: DeskDocument;
	readonly agents: AgentsDocument;
	readonly account: AccountDocument;
	readonly intake: IntakeDocument;
};

export type Kind = keyof Documents;

type Form<T> = {
	readonly version: number;
	readonly parse: (document: unknown) => v.SafeParseResult<v.GenericSchema<unknown, T>>;
};

const form = <T>(version: number, schema: v.GenericSchema<unknown, T>): Form<T> => ({
	version,
	parse: document => v.safeParse(schema, document),
});

const forms: {readonly [K in Kind]: Form<Documents[K]>} = {
	ticket: form(ticketVersion, ticketSchema),
	tombstone: form(tombstoneVersion, tombstoneSchema),
	desk: form(deskVersion, deskSchema),
	agents: form(agentsVersion, agentsSchema),
	account: form(accountVersion, accountSchema),
	intake: form(intakeVersion, intakeSchema),
};

/**
 * Turns parsed JSON into a document of this program's version: upgrades an older one, refuses a
 * newer one (`data-newer`) and one that does not fit the schema (`document-unreadable`).
 * Fields that the schema does not know are kept: they cost nothing and may be somebody's notes.
 */
export const decode = <K extends Kind>(
	kind: K,
	path: string,
	raw: unknown,
	steps: readonly Migration[] = migrations,
): Result<Documents[K]> => {
	const {version, parse} = forms[kind];
	if (!isRecord(raw) || typeof raw['v'] !== 'number') {
		return fail('document-unreadable', {path, text: 'v: no version'});
	}
	if (raw['v'] > version) return fail('data-newer', {path, found: raw['v'], known: version});
	const document = raw['v'] < version ? upgrade(kind, raw, version, steps) : raw;
	const result = parse(document);
	if (result.success) return ok(document as Documents[K]);
	const [issue] = result.issues;
	// The issue's own message quotes what was found, which may be somebody's mail.
	const text = `${v.getDotPath(issue) ?? 'document'}: ${issue.expected ?? 'something else'} expected`;
	return fail('document-unreadable', {path, text: text.slice(0, 200)});
};
