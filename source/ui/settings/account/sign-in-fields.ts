import type {Field, Option, Values} from '../form/field.ts';
import {usesOAuth, type Way, wayOf, ways} from './account-values.ts';

const wayOptions: readonly Option[] = ways.map(value => ({
	value,
	label: {key: `settings.accounts.way.${value}`},
}));

const client: readonly Field[] = [
	{
		kind: 'text',
		name: 'password.clientId',
		label: 'settings.accounts.clientId',
		help: 'settings.accounts.clientIdHelp',
	},
	{
		kind: 'secret',
		name: 'clientSecret',
		label: 'settings.accounts.clientSecret',
		help: 'settings.accounts.clientSecretHelp',
	},
];

const url = (name: 'tokenUrl' | 'deviceUrl' | 'authorizationUrl'): Field => ({
	kind: 'text',
	name: `password.${name}`,
	label: `settings.accounts.${name}`,
	help: 'settings.accounts.urlHelp',
	fault: 'fault.url',
});

const byWay: Readonly<Record<Way, readonly Field[]>> = {
	'secrets-file': [
		{
			kind: 'secret',
			name: 'password',
			label: 'settings.accounts.password',
			help: 'settings.accounts.passwordHelp',
		},
	],
	command: [
		{
			kind: 'text',
			name: 'password.command',
			label: 'settings.accounts.command',
			help: 'settings.accounts.commandHelp',
		},
	],
	environment: [{kind: 'text', name: 'password.variable', label: 'settings.accounts.variable'}],
	none: [],
	microsoft365: [
		...client,
		{
			kind: 'text',
			name: 'password.tenant',
			label: 'settings.accounts.tenant',
			help: 'settings.accounts.tenantHelp',
		},
	],
	google: client,
	other: [
		...client,
		url('tokenUrl'),
		url('deviceUrl'),
		url('authorizationUrl'),
		{
			kind: 'list',
			name: 'password.scopes',
			label: 'settings.accounts.scopes',
			help: 'settings.accounts.scopesHelp',
		},
	],
};

/** How the account signs in; what has to be known for that follows from the way. */
export const signInFields = (values: Values): readonly Field[] => [
	{
		kind: 'choice',
		name: 'password.kind',
		label: 'settings.accounts.way',
		options: wayOptions,
		...(usesOAuth(values) ? {help: 'settings.accounts.oauthHelp'} : {}),
	},
	...byWay[wayOf(values)],
	{
		kind: 'toggle',
		name: 'selfSigned',
		label: 'settings.accounts.selfSigned',
		help: 'settings.accounts.selfSignedHelp',
	},
];
