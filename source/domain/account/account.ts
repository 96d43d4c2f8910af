/** How a connection is protected: TLS from the start, STARTTLS (required), or clear text (loopback only). */
export const tlsModes = ['tls', 'starttls', 'none'] as const;

export type TlsMode = (typeof tlsModes)[number];

export type ServerAddress = {
	readonly host: string;
	readonly port: number;
	readonly tls: TlsMode;
	readonly user: string;
	/** Accept a certificate that cannot be verified; for loopback and test servers. */
	readonly allowSelfSigned: boolean;
};

export const oauthProviders = ['microsoft365', 'google', 'other'] as const;

export type OAuthProvider = (typeof oauthProviders)[number];

/**
 * Sign-in by OAuth2 (RFC 6749), XOAUTH2 at the mail servers. Tokens and the client's secret lie in
 * the secrets file alone. Known providers bring their URLs and scopes; here they may be empty.
 */
export type OAuthSource = {
	readonly kind: 'oauth2';
	readonly provider: OAuthProvider;
	readonly clientId: string;
	/** Microsoft's directory; empty for any. */
	readonly tenant: string;
	readonly tokenUrl: string;
	readonly deviceUrl: string;
	readonly authorizationUrl: string;
	readonly scopes: readonly string[];
};

/** Where a password comes from. It never stands in this document. */
export type PasswordSource =
	| OAuthSource
	| {readonly kind: 'secrets-file'}
	| {readonly kind: 'environment'; readonly variable: string}
	| {readonly kind: 'command'; readonly command: string}
	| {readonly kind: 'none'};

/** A mailbox and its ticket options (product.md §5). */
export type Account = {
	/** Letters, digits, `-`; also the file name. */
	readonly id: string;
	readonly name: string;
	readonly address: string;
	/** Further addresses that deliver here; mail from any of them is our own. */
	readonly aliases: readonly string[];
	readonly imap: ServerAddress | null;
	readonly smtp: ServerAddress | null;
	readonly password: PasswordSource;
	readonly folder: string;
	/** Folder that gets a copy of what we send; null for none. */
	readonly sentFolder: string | null;
	readonly moveTo: string | null;
	readonly ticketsEnabled: boolean;
	readonly defaultProject: string | null;
	readonly defaultQueue: string | null;
	/** YYYY-MM-DD, or null for no limit. */
	readonly fromDate: string | null;
	readonly alwaysUseAsSender: boolean;
	readonly deleteOnServer: boolean;
	readonly importAsCompleted: boolean;
	readonly signature: string;
	/** Logins that may see it; empty for everybody. */
	readonly visibleTo: readonly string[];
	readonly autoResponder: {
		readonly active: boolean;
		readonly subject: string;
		readonly text: string;
		readonly oncePerDay: boolean;
	};
};

/** Whether its mail is imported. */
export const importable = (account: Account): boolean =>
	account.ticketsEnabled && account.imap !== null;

/** High-water mark of one folder: the last complete pass saw every UID up to `uid`. */
export type Mark = {
	readonly uidValidity: string;
	readonly uid: number;
	/** ISO time at which that pass began. */
	readonly at?: string;
	/** The highest UID at the first pass over this UIDVALIDITY: the ledger answers for all above it. */
	readonly first?: number;
};

/** Server and ledger side by side, of the mails that the importer had to see. */
export type LedgerDifference = {
	readonly onServer: number;
	/** Mails on the server without an entry in the ledger. */
	readonly missing: number;
};

/** What the importer remembers of an account between passes. */
export type AccountState = {
	readonly marks: Readonly<Record<string, Mark>>;
	readonly lastPass: PassReport | null;
	/** When the last pass that went well ended. */
	readonly lastSuccess?: string;
	/** The last pass of each job, by the job's id. */
	readonly runs?: Readonly<Record<string, PassReport>>;
};

/** The result of one pass over one account. */
export type PassReport = {
	readonly account: string;
	readonly startedAt: string;
	readonly finishedAt: string;
	readonly ok: boolean;
	/** Problem name and server text when not ok. */
	readonly problem: {readonly name: string; readonly text: string} | null;
	readonly imported: number;
	readonly followUps: number;
	readonly duplicates: number;
	readonly skipped: number;
	readonly quarantined: number;
	/** Left out where a pass did not compare: those of the loop, and those that failed. */
	readonly ledger?: LedgerDifference;
};

/** Whether a pass could not do its work; one that somebody stopped is no failure. */
export const hasFailed = ({ok, problem}: Pick<PassReport, 'ok' | 'problem'>): boolean =>
	!ok && problem?.name !== 'import-stopped';

/** Version of the account document. */
export const accountVersion = 1;

export type AccountDocument = {
	readonly v: number;
	readonly account: Account;
	readonly state: AccountState;
};

/** OAuth2 as it begins: with the URLs and scopes of its provider. */
export const newOAuth = (provider: OAuthProvider): OAuthSource => ({
	kind: 'oauth2',
	provider,
	clientId: '',
	tenant: '',
	tokenUrl: '',
	deviceUrl: '',
	authorizationUrl: '',
	scopes: [],
});

/** The name that mails from here bear; an address is no name. */
export const senderName = ({name, address}: Pick<Account, 'name' | 'address'>): string =>
	name === address ? '' : name;

/** An account as it begins: for the ticket module, INBOX, nothing deleted, no servers yet. */
export const newAccount = (id: string): Account => ({
	id,
	name: '',
	address: '',
	aliases: [],
	imap: null,
	smtp: null,
	password: {kind: 'secrets-file'},
	folder: 'INBOX',
	sentFolder: null,
	moveTo: null,
	ticketsEnabled: true,
	defaultProject: null,
	defaultQueue: null,
	fromDate: null,
	alwaysUseAsSender: true,
	deleteOnServer: false,
	importAsCompleted: false,
	signature: '',
	visibleTo: [],
	autoResponder: {active: false, subject: '', text: '', oncePerDay: true},
});
