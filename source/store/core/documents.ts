import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {intakePath, ticketPath} from '../layout.ts';
import {type Documents, decode, type Kind} from '../schema/decode.ts';
import {isTombstone, type Tombstone} from '../schema/tombstone.ts';
import type {Shelf} from '../shelf.ts';

export type Documented = {
	/** Null when there is no such document. */
	readonly read: <K extends Kind>(kind: K, path: string) => Promise<Result<Documents[K] | null>>;
	/** `ticket-missing` when there is none or only its tombstone. */
	readonly ticket: (number: string) => Promise<Result<Ticket>>;
	readonly ticketOrTombstone: (number: string) => Promise<Result<Ticket | Tombstone | null>>;
	readonly intake: (id: string) => Promise<Result<IntakeDocument | null>>;
};

/**
 * Reads documents of the shelf and checks them once: what the shelf keeps in memory comes back as
 * the same object and is not looked through again.
 */
export const documents = (shelf: Shelf): Documented => {
	const checked = new WeakSet<object>();

	const decoded = <K extends Kind>(kind: K, path: string, raw: unknown): Result<Documents[K]> => {
		if (typeof raw === 'object' && raw !== null && checked.has(raw)) return ok(raw as Documents[K]);
		const result = decode(kind, path, raw);
		if (result.ok) checked.add(result.value);
		return result;
	};
	const read: Documented['read'] = async (kind, path) => {
		const raw = await shelf.read(path);
		if (!raw.ok) return raw;
		return raw.value === null ? ok(null) : decoded(kind, path, raw.value);
	};
	const ticketOrTombstone: Documented['ticketOrTombstone'] = async number => {
		const path = ticketPath(number);
		const raw = await shelf.read(path);
		if (!raw.ok) return raw;
		if (raw.value === null) return ok(null);
		const removed = typeof raw.value === 'object' && isTombstone(raw.value);
		const document = decoded(removed ? 'tombstone' : 'ticket', path, raw.value);
		if (document.ok && document.value.number !== number) {
			return fail('document-unreadable', {path, text: `number: ${document.value.number}`});
		}
		return document;
	};
	return {
		read,
		ticketOrTombstone,
		ticket: async number => {
			const found = await ticketOrTombstone(number);
			if (!found.ok) return found;
			return found.value && !isTombstone(found.value)
				? ok(found.value)
				: fail('ticket-missing', {number});
		},
		intake: async id => {
			const found = await read('intake', intakePath(id));
			if (!found.ok || !found.value || found.value.id === id) return found;
			return fail('document-unreadable', {path: intakePath(id), text: `id: ${found.value.id}`});
		},
	};
};
