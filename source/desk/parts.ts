import type {Checkpoint, Clock} from '../domain/clock.ts';
import type {Hmac} from '../domain/message-id.ts';
import type {AccountSetup, MailReader, MailServer, MailWriter} from '../mail/mail.ts';
import type {Store} from '../store/store.ts';

/** What a desk is made of. The command line and the service hand in the real parts, tests theirs. */
export type DeskParts = {
	readonly store: Store;
	readonly reader: MailReader;
	readonly server: MailServer;
	readonly writer: MailWriter;
	/** Tests, finds and signs in accounts; a desk without it answers `action-unavailable`. */
	readonly setup?: AccountSetup;
	readonly clock: Clock;
	readonly checkpoint: Checkpoint;
	/** One line for the service's log; never mail text or secrets. */
	readonly log: (line: string) => void;
	readonly version: string;
	readonly dataFolder: string;
	/** Signs our Message-IDs with a secret of this data folder; without it they are random alone. */
	readonly sign?: Hmac;
};
