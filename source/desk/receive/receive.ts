import type {Result} from '../../domain/result.ts';
import type {ReceiveOutcome} from '../desk.ts';
import {createKeyLock} from '../key-lock.ts';
import type {DeskParts} from '../parts.ts';
import {acceptIntake} from './accept-intake.ts';
import {commitMail} from './commit-mail.ts';
import type {ReceiveHooks} from './place-mail.ts';
import {type Arriving, prepareMail, threadKeys} from './prepare-mail.ts';
import {discardIntake, intakeRaw, retryIntake} from './retry-intake.ts';

export type Receiver = {
	/**
	 * Takes one mail in: one commit holds ticket and ledger entry. A mail that cannot be read goes
	 * to quarantine with its raw bytes. Problems: `account-unknown`, `queue-unknown`, the store's.
	 */
	receive(request: Arriving): Promise<Result<ReceiveOutcome>>;
	/** Reads a quarantined mail again. Problem: `message-missing`. */
	retry(id: string): Promise<Result<ReceiveOutcome>>;
	/** Makes a ticket of a quarantined mail as it is. Problem: `message-missing`. */
	accept(id: string): Promise<Result<ReceiveOutcome>>;
	/** The bytes of a quarantined mail. Problem: `message-missing`. */
	raw(id: string): Promise<Result<Uint8Array>>;
	/** Gives up a quarantined mail: it stays in the ledger, as skipped. Problem: `message-missing`. */
	discard(id: string): Promise<Result<null>>;
};

/**
 * Everything that takes mail in goes through one receiver: mails are stored and read side by side,
 * and decided in the order of the calls where they could belong together.
 */
export const createReceiver = (parts: DeskParts, hooks: ReceiveHooks = {}): Receiver => {
	const lock = createKeyLock();
	let turn: Promise<unknown> = Promise.resolve();
	return {
		receive: async request => {
			const preparing = prepareMail(parts, request);
			// A bug in it surfaces below; until its turn comes nobody listens yet.
			preparing.catch(() => undefined);
			const started = turn.then(async () => {
				const prepared = await preparing;
				return prepared.ok
					? {
							committed: lock(threadKeys(prepared.value), () =>
								commitMail(parts, prepared.value, hooks),
							),
						}
					: {committed: Promise.resolve(prepared)};
			});
			turn = started.catch(() => undefined);
			return (await started).committed;
		},
		retry: id => retryIntake(id, {parts, lock, hooks}),
		accept: id => acceptIntake(id, {parts, lock, hooks}),
		raw: id => intakeRaw(parts, id),
		discard: id => discardIntake(parts, id),
	};
};
