import type {PassReport} from '../domain/account/account.ts';
import type {Result} from '../domain/result.ts';
import type {DeskStatus} from './desk.ts';
import type {Receiver} from './receive/receive.ts';

/** What runs on its own behind a desk, as the verbs see it. */
export type Loops = {
	readonly receiver: Receiver;
	readonly importer: {
		/** A pass over one account or (null) all; `job` is the one that somebody started by hand. */
		readonly now: (account: string | null, job?: string) => Promise<Result<readonly PassReport[]>>;
		readonly start: () => void;
		/** Follows the accounts as they are set now: loops of changed and removed ones end at once. */
		readonly follow: () => void;
		/** Begins an account's loop anew: it does not sit out the pause after its last failure. */
		readonly wake: (account: string) => void;
		readonly stop: () => Promise<void>;
		/** Ends running passes after the chunk that they are taking in; the loops go on as scheduled. */
		readonly halt: () => void;
		readonly running: () => DeskStatus['importing'];
	};
	readonly outbox: {
		readonly start: () => void;
		readonly stop: () => Promise<void>;
		/** Looks at what is due now instead of at the next turn. */
		readonly kick: () => void;
	};
};
