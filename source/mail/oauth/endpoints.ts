import type {OAuthProvider, OAuthSource} from '../../domain/account/account.ts';

/** Where an authorization server is asked, and for what. */
export type Endpoints = {
	readonly token: string;
	/** Null: it has no device flow for mail. */
	readonly device: string | null;
	readonly authorization: string | null;
	readonly scopes: readonly string[];
	/** The name of this machine that its redirects may go to. */
	readonly redirectHost: string;
	/** What its authorization page needs to hear to give a refresh token. */
	readonly parameters: Readonly<Record<string, string>>;
};

const microsoft = (tenant: string): Endpoints => {
	const base = `https://login.microsoftonline.com/${tenant === '' ? 'common' : tenant}/oauth2/v2.0`;
	const mail = 'https://outlook.office.com';
	return {
		token: `${base}/token`,
		device: `${base}/devicecode`,
		authorization: `${base}/authorize`,
		scopes: [`${mail}/IMAP.AccessAsUser.All`, `${mail}/SMTP.Send`, 'offline_access'],
		// Entra lets any port of a desktop redirect pass for this name alone.
		redirectHost: 'localhost',
		parameters: {},
	};
};

/** Google's device flow knows no scope for mail, so there is the redirect alone. */
const google: Endpoints = {
	token: 'https://oauth2.googleapis.com/token',
	device: null,
	authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
	scopes: ['https://mail.google.com/'],
	redirectHost: '127.0.0.1',
	parameters: {access_type: 'offline', prompt: 'consent'},
};

const unknown: Endpoints = {
	token: '',
	device: null,
	authorization: null,
	scopes: [],
	redirectHost: '127.0.0.1',
	parameters: {},
};

const presetOf = (provider: OAuthProvider, tenant: string): Endpoints => {
	switch (provider) {
		case 'microsoft365':
			return microsoft(tenant);
		case 'google':
			return google;
		case 'other':
			return unknown;
	}
};

/** The endpoints of an account: its provider's, where it does not name its own. */
export const endpointsOf = (source: OAuthSource): Endpoints => {
	const preset = presetOf(source.provider, source.tenant);
	const {tokenUrl, deviceUrl, authorizationUrl, scopes} = source;
	return {
		...preset,
		token: tokenUrl || preset.token,
		device: deviceUrl || preset.device,
		authorization: authorizationUrl || preset.authorization,
		// Nobody's identity is asked for: who signs in is the mail server's to know.
		scopes: (scopes.length > 0 ? scopes : preset.scopes).filter(scope => scope !== 'openid'),
	};
};
