import type {Account} from '../../domain/account/account.ts';
import type {
	AccountTest,
	Discovery,
	SecretKind,
	SignIn,
	SignInState,
	SignInWay,
} from '../../domain/account/account-setup.ts';
import type {Result} from '../../domain/result.ts';

/** What setting up an account asks of a desk; a part of `Desk`. All calls need the right `accounts`. */
export interface AccountCalls {
	/** Servers for an address: what answered within a few seconds, never a guess. */
	discover(address: string): Promise<Result<Discovery>>;
	/** Signs in at the servers; `secret` is tried in place of the kept one. Nothing is changed. */
	testAccount(account: Account, secret: string | null): Promise<Result<AccountTest>>;
	/** Keeps a password, or (OAuth2) the client's secret, in the secrets file; null removes it. */
	saveSecret(account: string, secret: string | null, kind?: SecretKind): Promise<Result<null>>;
	/** Begins an OAuth2 sign-in, in the place of one that waits. */
	signIn(account: Account, way: SignInWay): Promise<Result<SignIn>>;
	/** What became of the last sign-in of an account. Problem `sign-in-expired` when there was none. */
	signInState(account: string): Promise<Result<SignInState>>;
}
