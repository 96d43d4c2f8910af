import {isMoving} from '../../domain/move/merged.ts';
import {ok, type Result} from '../../domain/result.ts';
import {summarize} from '../../domain/summary.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {filePath} from '../layout.ts';
import {numberParts} from '../number.ts';
import {isTombstone} from '../schema/tombstone.ts';
import {type Found, type Stamp, sameStamp} from '../shelf.ts';
import type {CheckFinding, CheckReport} from '../store.ts';
import {contentHash} from './content-hash.ts';
import {inParallel} from './in-parallel.ts';
import {indexTicket} from './reconcile.ts';
import {missingReferences} from './references.ts';
import type {State} from './state.ts';

type Check = {
	readonly state: State;
	readonly repair: boolean;
	readonly findings: CheckFinding[];
	readonly raws: ReadonlySet<string>;
	tickets: number;
	messages: number;
};

const report = (check: Check, finding: Omit<CheckFinding, 'repaired'>, repaired = false): void => {
	check.findings.push({...finding, repaired});
};

/** The cache's row and the summary in memory against what the document says. */
const checkCache = async (check: Check, met: Found, ticket: Ticket | null): Promise<void> => {
	const {state, repair} = check;
	const row = state.cache.ticketRow(met.name);
	const expected = ticket && JSON.stringify(summarize(ticket));
	const known = state.summaries.get(met.name);
	// What was written since it was met has another stamp.
	const isIndexed = (stamp: Stamp | null): boolean =>
		row !== null && stamp !== null && sameStamp(row.stamp, stamp);
	const same =
		(isIndexed(met.stamp) || isIndexed(state.shelf.stamp(met.path))) &&
		(row?.summary ? JSON.stringify(row.summary) : null) === expected &&
		(known ? JSON.stringify(known) : null) === expected;
	if (same) return;
	const found = {...met, stamp: state.shelf.stamp(met.path) ?? met.stamp};
	if (repair) await indexTicket(state, found);
	const text = row ? 'the cache differs from the document' : 'not in the cache';
	report(check, {kind: 'cache-differs', where: found.name, text}, repair);
};

/** A file that was put after the list was made is no missing one. */
const hasRaw = async ({raws, state}: Check, raw: string): Promise<boolean> =>
	raws.has(raw) || (await state.shelf.file(raw)).ok;

const checkRaw = async (check: Check, ticket: Ticket): Promise<void> => {
	for (const {raw, id} of ticket.messages) {
		if (raw === null || (await hasRaw(check, raw))) continue;
		report(check, {
			kind: 'raw-missing',
			where: ticket.number,
			text: `message ${id}: ${filePath(raw)} is missing`,
		});
	}
};

const checkMove = (check: Check, ticket: Ticket): void => {
	if (!isMoving(ticket)) return;
	const text = 'mails were on their way to or from another ticket when something failed';
	report(check, {kind: 'move-unfinished', where: ticket.number, text});
};

/** In the ticket's queue, so that no change comes between reading and comparing. */
const checkTicket = (check: Check, found: Found): Promise<void> =>
	check.state.queue.run(found.name, async () => {
		const {state} = check;
		// What lies on the disk is to be proven, not what is remembered of it.
		state.shelf.forget(found.path);
		const read = await state.documents.ticketOrTombstone(found.name);
		if (!read.ok) {
			await state.shelf.quarantine(found.path);
			const text = String(read.problem.details['text'] ?? read.problem.name);
			const kind = read.problem.details['reason'] === 'file' ? 'unreadable' : 'schema';
			report(check, {kind, where: found.path, text});
			return;
		}
		if (!read.value) return;
		if (isTombstone(read.value)) return checkCache(check, found, null);
		check.tickets += 1;
		check.messages += read.value.messages.length;
		await checkRaw(check, read.value);
		for (const text of missingReferences(state, read.value)) {
			report(check, {kind: 'reference-missing', where: found.name, text});
		}
		checkMove(check, read.value);
		return checkCache(check, found, read.value);
	});

const checkTickets = (check: Check): Promise<Result<void>> =>
	inParallel(check.state.shelf.scan('tickets'), async found => {
		if (numberParts(found.name)) await checkTicket(check, found);
		else {
			const text = 'the name is no ticket number';
			report(check, {kind: 'schema', where: found.path, text});
		}
		return ok(undefined);
	});

const checkFiles = (check: Check): Promise<Result<void>> =>
	inParallel(check.raws, async sha256 => {
		const bytes = await check.state.shelf.file(sha256);
		const where = filePath(sha256);
		if (!bytes.ok) {
			const {name, details} = bytes.problem;
			const text = String(details['text'] ?? details['code'] ?? name);
			// One that was removed since the list was made is no finding.
			if (name !== 'attachment-missing') report(check, {kind: 'unreadable', where, text});
		} else if ((await contentHash(bytes.value)) !== sha256) {
			report(check, {kind: 'raw-wrong', where, text: 'the content does not have this sha256'});
		}
		return ok(undefined);
	});

const checkIntakes = async (check: Check): Promise<void> => {
	for (const {raw, id} of check.state.intakes.values()) {
		if (raw === null || (await hasRaw(check, raw))) continue;
		const text = `${filePath(raw)} is missing`;
		report(check, {kind: 'raw-missing', where: `intake/${id}.json`, text});
	}
};

const checkStrays = async (check: Check): Promise<void> => {
	for (const path of check.state.shelf.strays()) {
		if (check.repair) await check.state.shelf.removeStray(path);
		const text = 'left by an interrupted write';
		report(check, {kind: 'stray-file', where: path, text}, check.repair);
	}
};

/**
 * Looks at every document and file: schema, references, hashes, cache, strays. `repair` builds cache
 * rows anew and removes strays; whatever else is found is reported only, for a person to decide.
 */
export const check = async (state: State, repair: boolean): Promise<Result<CheckReport>> => {
	const current: Check = {
		state,
		repair,
		findings: [],
		raws: new Set(state.shelf.files()),
		tickets: 0,
		messages: 0,
	};
	await checkTickets(current);
	await checkFiles(current);
	await checkIntakes(current);
	await checkStrays(current);
	state.cache.commit();
	const {tickets, messages, findings, raws} = current;
	return ok({tickets, messages, mails: raws.size, findings});
};
