import type {IntakeDocument} from '../domain/receive/intake-document.ts';
import {ok, type Result} from '../domain/result.ts';
import type {Summary} from '../domain/summary.ts';
import {maySee} from '../domain/visibility.ts';
import type {Caller} from './caller.ts';
import type {Core} from './core.ts';
import type {DeskStatus, OutboxItem} from './desk.ts';
import {deskFor} from './desk-for.ts';
import type {Host} from './host.ts';
import {seesIntake} from './receive/intake-sight.ts';
import {accountsFor} from './settings/accounts.ts';

const waiting = (core: Core): readonly Summary[] =>
	[...core.parts.store.summaries().values()].filter(summary =>
		summary.outbox.some(mark => mark.state !== 'sent'),
	);

const itemsOf = async (core: Core, summary: Summary): Promise<readonly OutboxItem[]> => {
	const ticket = await core.parts.store.ticket(summary.number);
	if (!ticket.ok) return [];
	return ticket.value.messages.flatMap(message =>
		message.delivery === null || message.state === 'sent'
			? []
			: [
					{
						number: summary.number,
						message: message.id,
						state: message.state,
						subject: message.subject,
						to: message.delivery.envelope.to,
						tries: message.delivery.tries,
						due: message.delivery.nextTry,
						error: message.delivery.error?.text ?? null,
						code: message.delivery.error?.code ?? null,
					},
				],
	);
};

/** Everything that has not simply been sent, by when it is due; private tickets of others left out. */
export const outboxItems = async (
	core: Core,
	caller: Caller,
): Promise<Result<readonly OutboxItem[]>> => {
	const seen = waiting(core).filter(summary => maySee(summary, caller.viewer));
	const items = await Promise.all(seen.map(summary => itemsOf(core, summary)));
	return ok(items.flat().sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)));
};

/** The mails that could not be read; those of accounts that are not for the caller left out. */
export const quarantined = async (
	core: Core,
	caller: Caller,
): Promise<Result<readonly IntakeDocument[]>> => {
	const all = await core.parts.store.intakes();
	return all.ok
		? ok(all.value.filter(one => one.kind === 'quarantined' && seesIntake(core, caller, one)))
		: all;
};

/** What the desk is doing, for `raute status` and the title line. */
export const deskStatus = async (
	{core, loops, late, startedAt}: Pick<Host, 'core' | 'loops' | 'late' | 'startedAt'>,
	caller: Caller,
): Promise<Result<DeskStatus>> => {
	const held = await quarantined(core, caller);
	if (!held.ok) return held;
	const {store, version} = core.parts;
	const visible = new Set(accountsFor(core, caller).map(({id}) => id));
	const unsent = waiting(core)
		.filter(summary => maySee(summary, caller.viewer))
		.flatMap(summary => summary.outbox.filter(mark => mark.state !== 'sent'));
	return ok({
		version,
		pid: process.pid,
		startedAt,
		tickets: store.summaries().size,
		clients: [...core.clients].map(client => core.agent(client.login)?.name ?? client.login),
		importing: loops.importer.running().filter(({account}) => visible.has(account)),
		late: late.lookFor(caller),
		passes: store
			.accounts()
			.map(document => document.state.lastPass)
			.filter(pass => pass !== null)
			.filter(({account}) => visible.has(account)),
		outbox: unsent.length,
		quarantined: held.value.length,
		stoppedRules: core.rules.stopped(),
		memoryBytes: process.memoryUsage.rss(),
		silenced: (deskFor(core, caller).silenced ?? []).filter(({until}) => until > core.now()),
	});
};
