import {
	type Account,
	newOAuth,
	type OAuthProvider,
	type OAuthSource,
	oauthProviders,
	type PasswordSource,
	type ServerAddress,
	tlsModes,
} from '../../../domain/account/account.ts';
import type {Discovery, FoundServer} from '../../../domain/account/account-setup.ts';
import {
	dateValue,
	isOn,
	listValue,
	numberValue,
	textValue,
	toggleValue,
	type Values,
} from '../form/field.ts';

/** Where the password comes from, and OAuth2 by provider: one choice on the screen. */
export const ways = ['secrets-file', ...oauthProviders, 'command', 'environment', 'none'] as const;

export type Way = (typeof ways)[number];

const isProvider = (way: string): way is OAuthProvider =>
	oauthProviders.some(provider => provider === way);

export const wayOf = (values: Values): Way =>
	ways.find(way => way === values['password.kind']) ?? 'secrets-file';

/** Whether the values describe a sign-in by OAuth2. */
export const usesOAuth = (values: Values): boolean => isProvider(wayOf(values));

const serverValues = (name: 'imap' | 'smtp', server: ServerAddress | null): Values => ({
	[`${name}.host`]: server?.host ?? '',
	[`${name}.port`]: String(server?.port ?? (name === 'imap' ? 993 : 465)),
	[`${name}.tls`]: server?.tls ?? 'tls',
	[`${name}.user`]: server?.user ?? '',
});

const passwordValues = (source: PasswordSource): Values => {
	const oauth = source.kind === 'oauth2' ? source : newOAuth('other');
	return {
		'password.kind': source.kind === 'oauth2' ? source.provider : source.kind,
		'password.command': source.kind === 'command' ? source.command : '',
		'password.variable': source.kind === 'environment' ? source.variable : '',
		'password.clientId': oauth.clientId,
		'password.tenant': oauth.tenant,
		'password.tokenUrl': oauth.tokenUrl,
		'password.deviceUrl': oauth.deviceUrl,
		'password.authorizationUrl': oauth.authorizationUrl,
		'password.scopes': oauth.scopes.join(' '),
		// Typed here, kept in the secrets file alone: see `saveAccountForm`.
		password: '',
		clientSecret: '',
	};
};

/** An account as texts of a form. What is secret begins empty. */
export const accountValues = (account: Account): Values => ({
	id: account.id,
	name: account.name,
	address: account.address,
	aliases: account.aliases.join(', '),
	...serverValues('imap', account.imap),
	...serverValues('smtp', account.smtp),
	selfSigned: toggleValue(
		(account.imap?.allowSelfSigned ?? false) || (account.smtp?.allowSelfSigned ?? false),
	),
	...passwordValues(account.password),
	ticketsEnabled: toggleValue(account.ticketsEnabled),
	folder: account.folder,
	fromDate: account.fromDate ?? '',
	defaultQueue: account.defaultQueue ?? '',
	defaultProject: account.defaultProject ?? '',
	importAsCompleted: toggleValue(account.importAsCompleted),
	deleteOnServer: toggleValue(account.deleteOnServer),
	moveTo: account.moveTo ?? '',
	alwaysUseAsSender: toggleValue(account.alwaysUseAsSender),
	sentFolder: account.sentFolder ?? '',
	signature: account.signature,
	visibleTo: account.visibleTo.join(', '),
});

const orNull = (text: string | undefined): string | null => textValue(text) || null;

const serverFrom = (values: Values, name: 'imap' | 'smtp'): ServerAddress | null => {
	const host = textValue(values[`${name}.host`]);
	if (host === '') return null;
	const other = name === 'smtp' ? textValue(values['imap.user']) : '';
	return {
		host,
		port: numberValue(values[`${name}.port`]),
		tls: tlsModes.find(mode => mode === values[`${name}.tls`]) ?? 'tls',
		user: textValue(values[`${name}.user`]) || other || textValue(values['address']),
		allowSelfSigned: isOn(values['selfSigned']),
	};
};

const oauthFrom = (values: Values, provider: OAuthProvider): OAuthSource => ({
	kind: 'oauth2',
	provider,
	clientId: textValue(values['password.clientId']),
	tenant: textValue(values['password.tenant']),
	tokenUrl: textValue(values['password.tokenUrl']),
	deviceUrl: textValue(values['password.deviceUrl']),
	authorizationUrl: textValue(values['password.authorizationUrl']),
	scopes: listValue(values['password.scopes']),
});

const passwordFrom = (values: Values): PasswordSource => {
	const way = wayOf(values);
	if (isProvider(way)) return oauthFrom(values, way);
	switch (way) {
		case 'command':
			return {kind: way, command: textValue(values['password.command'])};
		case 'environment':
			return {kind: way, variable: textValue(values['password.variable'])};
		default:
			return {kind: way};
	}
};

/** The account that the values make; what no form shows stays as it was. */
export const accountFrom = (values: Values, before: Account): Account => ({
	...before,
	id: textValue(values['id']),
	name: textValue(values['name']),
	address: textValue(values['address']),
	aliases: listValue(values['aliases']),
	imap: serverFrom(values, 'imap'),
	smtp: serverFrom(values, 'smtp'),
	password: passwordFrom(values),
	ticketsEnabled: isOn(values['ticketsEnabled']),
	folder: textValue(values['folder']),
	fromDate: dateValue(values['fromDate']),
	defaultQueue: orNull(values['defaultQueue']),
	defaultProject: orNull(values['defaultProject']),
	importAsCompleted: isOn(values['importAsCompleted']),
	deleteOnServer: isOn(values['deleteOnServer']),
	moveTo: orNull(values['moveTo']),
	alwaysUseAsSender: isOn(values['alwaysUseAsSender']),
	sentFolder: orNull(values['sentFolder']),
	signature: values['signature'] ?? '',
	visibleTo: listValue(values['visibleTo']),
});

const found = (name: 'imap' | 'smtp', server: FoundServer | null): Values =>
	server === null
		? {}
		: {
				[`${name}.host`]: server.host,
				[`${name}.port`]: String(server.port),
				[`${name}.tls`]: server.tls,
			};

/** The fields that a discovery fills; OAuth2 only where no password was meant. */
export const discoveredValues = ({imap, smtp, oauth}: Discovery, typed: Values): Values => ({
	...found('imap', imap),
	...found('smtp', smtp),
	...(oauth !== null && wayOf(typed) === 'secrets-file' && typed['password'] === ''
		? {'password.kind': oauth}
		: {}),
});
