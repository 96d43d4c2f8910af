import type {Problem} from '../problem.ts';
import type {OAuthProvider, PasswordSource, TlsMode} from './account.ts';

/** A mail server that answered, and how it was found. */
export type FoundServer = {
	readonly host: string;
	readonly port: number;
	readonly tls: TlsMode;
	/** DNS SRV records (RFC 6186), a provider we know, or a usual name in the address's domain. */
	readonly by: 'srv' | 'provider' | 'name';
	readonly milliseconds: number;
};

/** What an address told of its servers; null where none answered. */
export type Discovery = {
	readonly address: string;
	readonly imap: FoundServer | null;
	readonly smtp: FoundServer | null;
	/** Its provider wants OAuth2; null when a password will do. */
	readonly oauth: Exclude<OAuthProvider, 'other'> | null;
};

/** What came of signing in at one server. */
export type ServerTest = {
	readonly host: string;
	readonly port: number;
	readonly milliseconds: number;
	/** Null when it went well; else with the server's own words. */
	readonly problem: Problem | null;
};

/** Mails in the folder of an account. */
export type FolderCounts = {
	readonly total: number;
	readonly unseen: number;
	/** Received on or after the account's `fromDate`. */
	readonly sinceDate: number;
	/** What the next import would take. */
	readonly toImport: number;
};

/** What the test buttons of an account show. A server that is not set is null. */
export type AccountTest = {
	readonly imap: ServerTest | null;
	readonly smtp: ServerTest | null;
	readonly folders: readonly string[];
	/** Null when the folder could not be looked into. */
	readonly counts: FolderCounts | null;
	/** Why not; null when it could, or when the server itself is the problem. */
	readonly folderProblem: Problem | null;
};

/** Device code (RFC 8628), or a redirect to a loopback port (RFC 8252). */
export type SignInWay = 'device' | 'loopback';

/**
 * The way that asks least of a person: a code can be entered on any machine, a redirect needs a
 * browser that reaches this one. Google has no code for mail.
 */
export const usualWay = (source: PasswordSource): SignInWay =>
	source.kind === 'oauth2' && (source.provider === 'microsoft365' || source.deviceUrl !== '')
		? 'device'
		: 'loopback';

/** A sign-in that waits for a person: he opens the URL, and enters the code where there is one. */
export type SignIn = {
	readonly url: string;
	readonly userCode: string | null;
	/** ISO time. */
	readonly expiresAt: string;
};

export type SignInState = {
	readonly state: 'waiting' | 'done' | 'failed';
	readonly problem: Problem | null;
};

/** Kinds of secrets that a person types. */
export const secretKinds = ['password', 'client-secret'] as const;

export type SecretKind = (typeof secretKinds)[number];
