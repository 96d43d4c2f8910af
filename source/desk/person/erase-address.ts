import {addressKey} from '../../domain/address.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Erasure, PersonalData} from '../desk.ts';
import {areStillAlone, personalData} from './personal-data.ts';

/** Every file that a ticket names: raw mails, and the files of drafts and of what was taken by hand. */
const filesOf = ({messages, drafts}: Ticket): readonly string[] =>
	[
		...messages.flatMap(({raw, attachments, delivery}) => [
			raw ?? '',
			...[...attachments, ...(delivery?.draft?.attachments ?? [])].map(({sha256}) => sha256),
		]),
		...drafts.flatMap(({attachments}) => attachments.map(({sha256}) => sha256)),
	].filter(sha256 => sha256 !== '');

const filesIn = async (core: Core, number: string): Promise<readonly string[]> => {
	const ticket = await core.parts.store.ticket(number);
	return ticket.ok ? filesOf(ticket.value) : [];
};

/** The files of these tickets that no other ticket needs: the same mail may lie in two of them. */
const filesAlone = async (core: Core, numbers: readonly string[]): Promise<ReadonlySet<string>> => {
	const alone = new Set<string>();
	for (const number of numbers) for (const sha256 of await filesIn(core, number)) alone.add(sha256);
	const erased = new Set(numbers);
	for (const number of core.parts.store.summaries().keys()) {
		if (erased.has(number)) continue;
		for (const sha256 of await filesIn(core, number)) alone.delete(sha256);
	}
	return alone;
};

const removeFiles = async (core: Core, files: Iterable<string>): Promise<Result<number>> => {
	let removed = 0;
	for (const sha256 of files) {
		// Files that came inside a mail have no file of their own.
		if (!(await core.parts.store.file(sha256)).ok) continue;
		const done = await core.parts.store.removeFile(sha256);
		if (!done.ok) return done;
		removed += 1;
	}
	return ok(removed);
};

/** Whether a mail in quarantine names the address; the ledger keeps that the mail was there. */
const names = async (core: Core, raw: string | null, wanted: string): Promise<boolean> => {
	const bytes = raw === null ? null : await core.parts.store.file(raw);
	return (
		bytes?.ok === true && Buffer.from(bytes.value).toString('latin1').toLowerCase().includes(wanted)
	);
};

const eraseIntakes = async (core: Core, wanted: string): Promise<Result<number>> => {
	const {store} = core.parts;
	const all = await store.intakes();
	if (!all.ok) return all;
	let erased = 0;
	for (const intake of all.value) {
		const {raw} = intake;
		if (raw === null || !(await names(core, raw, wanted))) continue;
		const kept = await store.putIntake({...intake, kind: 'skipped', reason: 'erased', raw: null});
		const removed = kept.ok ? await store.removeFile(raw) : kept;
		if (!removed.ok) return removed;
		erased += 1;
	}
	return ok(erased);
};

const removeTickets = async (core: Core, numbers: readonly string[]): Promise<Result<null>> => {
	for (const number of numbers) {
		const removed = await core.parts.store.remove(number);
		if (!removed.ok) return removed;
	}
	return ok(null);
};

type Plan = PersonalData & {readonly erasable: ReadonlySet<string>};

/** More looks than a desk at work needs. */
const mostLooks = 5;

/**
 * The tickets that go, and their files. Reading a large desk through takes minutes: when somebody else
 * has written to one of these tickets by then, they are looked for again. Problem: `changed-meanwhile`.
 */
const planOf = async (core: Core, address: string): Promise<Result<Plan>> => {
	for (let look = 0; look < mostLooks; look += 1) {
		const data = await personalData(core, address);
		if (!data.ok) return data;
		const erasable = await filesAlone(core, data.value.alone);
		if (await areStillAlone(core, address, data.value.alone)) return ok({...data.value, erasable});
	}
	return fail('changed-meanwhile');
};

/**
 * Removes what is about this address alone: raw mails and files first, then the documents, then
 * what the cache knew. A crash leaves the documents, and the same call does the rest. The desk
 * remembers that something was erased, when and by whom, and not what.
 */
export const eraseAddress = async (
	core: Core,
	caller: Caller,
	address: string,
): Promise<Result<Erasure>> => {
	const plan = await planOf(core, address);
	if (!plan.ok) return plan;
	const {alone: numbers, shared, erasable} = plan.value;
	const {store} = core.parts;
	const files = await removeFiles(core, erasable);
	if (!files.ok) return files;
	const intakes = await eraseIntakes(core, addressKey(address));
	if (!intakes.ok) return intakes;
	const removed = await removeTickets(core, numbers);
	if (!removed.ok) return removed;
	const scrubbed = await store.scrub();
	if (!scrubbed.ok) return scrubbed;
	const count = {tickets: numbers.length, files: files.value + intakes.value};
	const entry = {at: core.now(), by: caller.agent.login, what: 'erase' as const, ...count};
	const told = await store.changeDesk(({silenced = [], log = [], ...desk}) => {
		const kept = silenced.filter(one => addressKey(one.address) !== addressKey(address));
		return ok({...desk, silenced: kept, log: [...log, entry]});
	});
	return told.ok ? ok({tickets: numbers, files: count.files, shared}) : told;
};
