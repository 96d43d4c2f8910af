import type {TokenEndpointResponse} from 'oauth4webapi';
import type {AccountSecrets} from '../setup/secrets-file.ts';

/** What is kept of a token answer (RFC 6749 §5.1). Times in milliseconds since 1970. */
export type Tokens = Pick<AccountSecrets, 'accessToken' | 'refreshToken' | 'expiresAt'>;

/** A server that does not rotate its refresh tokens sends none: then the old one stays (§6). */
export const tokensOf = (
	answer: TokenEndpointResponse,
	{before, now}: {readonly before: Tokens; readonly now: number},
): Tokens => {
	const {access_token: accessToken, expires_in: seconds} = answer;
	const refreshToken = answer.refresh_token ?? before.refreshToken;
	return {
		accessToken,
		...(refreshToken === undefined ? {} : {refreshToken}),
		...(seconds === undefined ? {} : {expiresAt: new Date(now + seconds * 1000).toISOString()}),
	};
};

/** The secrets of an account with new tokens in the place of all old ones. */
export const withTokens = (before: AccountSecrets, tokens: Tokens): AccountSecrets => {
	const {accessToken: _access, refreshToken: _refresh, expiresAt: _expires, ...others} = before;
	return {...others, ...tokens};
};

/** Whether the access token is good for that many milliseconds; one without an end is until refused. */
export const lasts = ({accessToken, expiresAt}: Tokens, now: number, milliseconds: number) =>
	accessToken !== undefined &&
	(expiresAt === undefined || Date.parse(expiresAt) - now > milliseconds);
