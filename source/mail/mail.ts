import type {Account} from '../domain/account/account.ts';
import type {
	AccountTest,
	Discovery,
	FolderCounts,
	SecretKind,
	SignIn,
	SignInState,
	SignInWay,
} from '../domain/account/account-setup.ts';
import type {Address} from '../domain/address.ts';
import type {ParsedMail} from '../domain/receive/parsed-mail.ts';
import type {Result} from '../domain/result.ts';

/** Reads raw mails away from the main thread, within the limits of mail.md §3. */
export interface MailReader {
	/** Problem: `mail-unreadable` with `details.reason` (parse-error, parse-timeout, out-of-memory). */
	read(raw: Uint8Array): Promise<Result<ParsedMail>>;
	/** The decoded bytes of the attachment at this index of `ParsedMail.attachments`. */
	attachment(raw: Uint8Array, index: number): Promise<Result<Uint8Array>>;
	/** The HTML part as the sender wrote it, null when there is none. */
	html(raw: Uint8Array): Promise<Result<string | null>>;
	close(): Promise<void>;
}

export type FetchedMail = {
	readonly uid: number;
	/** ISO time of INTERNALDATE. */
	readonly internalDate: string;
	/**
	 * Null when larger than the limit: then `header` holds the header block alone. Both null: it did
	 * not fit the budget, ask again.
	 */
	readonly raw: Uint8Array | null;
	readonly header: Uint8Array | null;
};

/** One selected folder over one IMAP connection (RFC 9051). Never reconnects: open a new one. */
export interface Mailbox {
	readonly uidValidity: string;
	readonly uidNext: number;
	readonly exists: number;
	readonly canUidExpunge: boolean;
	readonly canMove: boolean;
	readonly canIdle: boolean;
	/**
	 * Selects the folder anew, then: UIDs, ascending, all unseen, and every UID above `above` when
	 * given; not older than `since` (YYYY-MM-DD).
	 */
	search(options: {
		readonly unseen: boolean;
		readonly above: number | null;
		readonly since: string | null;
	}): Promise<Result<readonly number[]>>;
	/** FETCH with PEEK of one chunk. A UID that is gone is left out. */
	fetch(
		uids: readonly number[],
		options: {
			readonly maxBytes: number;
			/** Bytes of mails that one call may return; the first is returned whatever its size. */
			readonly budgetBytes?: number;
			/** The mails are deleted on the server next: none may be taken for whole without its size. */
			readonly leavesServer?: boolean;
			/** Asks for nothing but the headers. */
			readonly headersOnly?: boolean;
		},
	): Promise<Result<readonly FetchedMail[]>>;
	/** Flags `\Seen`, deletes (UID EXPUNGE), or moves; idempotent, in bulk. */
	settle(
		uids: readonly number[],
		how: {readonly kind: 'seen' | 'delete'} | {readonly kind: 'move'; readonly folder: string},
	): Promise<Result<void>>;
	/** Resolves `news` when mail arrives, `idle` after `milliseconds`, `closed` when the connection ends. */
	waitForNews(milliseconds: number): Promise<'news' | 'idle' | 'closed'>;
	/** Whether a mail with this Message-ID lies in the folder. */
	hasMessageId(folder: string, messageId: string): Promise<Result<boolean>>;
	append(folder: string, raw: Uint8Array): Promise<Result<void>>;
	close(): Promise<void>;
}

/** A mail that the server took, with its words and the recipients that it refused. */
export type Submitted = {
	readonly response: string;
	readonly refused: ReadonlyArray<{readonly address: string; readonly text: string}>;
};

export interface MailServer {
	/**
	 * Problems: `server-unreachable`, `sign-in-refused`, `sign-in-expired` (OAuth2: a person has to
	 * sign in again), `server-refused`, `password-missing`.
	 */
	open(account: Account): Promise<Result<Mailbox>>;
	/**
	 * Hands a mail to the SMTP server. Problems: `server-unreachable`, `sign-in-refused`,
	 * `smtp-temporary` (4xx), `smtp-permanent` (5xx), `smtp-uncertain` (connection lost after DATA).
	 */
	submit(
		account: Account,
		mail: {
			readonly envelope: {readonly from: string; readonly to: readonly string[]};
			readonly raw: Uint8Array;
		},
	): Promise<Result<Submitted>>;
}

export type Outgoing = {
	readonly messageId: string;
	readonly from: Address;
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly subject: string;
	readonly date: string;
	readonly text: string;
	readonly inReplyTo: string | null;
	readonly references: readonly string[];
	readonly attachments: ReadonlyArray<{
		readonly name: string;
		readonly type: string;
		readonly bytes: Uint8Array;
	}>;
	/** Adds `Auto-Submitted: auto-replied` (RFC 3834). */
	readonly automatic: boolean;
};

export interface MailWriter {
	/** The raw mail, CRLF line ends. Bcc is in the envelope alone. */
	compose(mail: Outgoing): Promise<Uint8Array>;
}

/** A mailbox that is only looked at, by the test of an account. */
export type CountedMailbox = Pick<Mailbox, 'uidValidity' | 'uidNext' | 'exists' | 'search'> & {
	/** ISO times of INTERNALDATE; a UID that is gone is left out. */
	dates(uids: readonly number[]): Promise<Result<readonly string[]>>;
};

/** What setting up an account asks of the mail servers and of the secrets file. */
export interface AccountSetup {
	/** Servers that answer for an address. Problem: `input-invalid` for what is no address. */
	discover(address: string): Promise<Result<Discovery>>;
	/** Signs in at both servers. What they refuse stands in the test, not in the result. */
	test(
		account: Account,
		options: {
			/** Tried in place of the kept password. */
			readonly secret: string | null;
			readonly count: (mailbox: CountedMailbox) => Promise<Result<FolderCounts>>;
		},
	): Promise<Result<AccountTest>>;
	/** Problem: `data-unwritable`. */
	saveSecret(secret: {
		readonly account: string;
		readonly secret: string | null;
		readonly kind: SecretKind;
	}): Promise<Result<null>>;
	/** Removes everything that is kept of an account. Problem: `data-unwritable`. */
	forget(account: string): Promise<Result<null>>;
	/**
	 * Problems: `server-unreachable`, `server-refused`, `sign-in-refused`, `input-invalid`,
	 * `action-unavailable` (no OAuth2, or not this way).
	 */
	signIn(
		account: Account,
		way: SignInWay,
	): Promise<Result<SignIn & {readonly finished: Promise<SignInState>}>>;
	/** Problem: `sign-in-expired` when none was begun. */
	signInState(account: string): Result<SignInState>;
	/** Ends waiting sign-ins. */
	close(): Promise<void>;
}
