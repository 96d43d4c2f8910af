import {type Account, tlsModes} from '../../domain/account/account.ts';
import {usesOAuth, type Way, wayOf, ways} from './account-form.ts';
import type {Field, Option, Values} from './form/field.ts';
import type {Draft, Source} from './tab.ts';

/** The ways to encrypt a connection, as options. */
export const tlsOptions: readonly Option[] = tlsModes.map(value => ({
	value,
	label: {key: `setup.tls.${value}`},
}));

const wayOptions: readonly Option[] = ways.map(value => ({
	value,
	label: {key: `settings.accounts.way.${value}`},
}));

const who = (isNew: boolean): readonly Field[] => [
	{
		kind: 'text',
		name: 'id',
		label: 'settings.accounts.id',
		help: 'settings.accounts.idHelp',
		fault: 'fault.accountId',
		locked: isNew ? undefined : 'reason.idStays',
	},
	{
		kind: 'text',
		name: 'address',
		label: 'settings.accounts.address',
		help: 'settings.accounts.addressHelp',
		fault: 'fault.address',
	},
	{
		kind: 'text',
		name: 'name',
		label: 'settings.accounts.name',
		help: 'settings.accounts.nameHelp',
	},
	{
		kind: 'list',
		name: 'aliases',
		label: 'settings.accounts.aliases',
		help: 'settings.accounts.aliasesHelp',
		fault: 'fault.address',
	},
];

const server = (name: 'imap' | 'smtp'): readonly Field[] => [
	{
		kind: 'text',
		name: `${name}.host`,
		label: `settings.accounts.${name}Host`,
		help: 'settings.accounts.hostHelp',
	},
	{
		kind: 'number',
		name: `${name}.port`,
		label: `settings.accounts.${name}Port`,
		min: 1,
		max: 65_535,
	},
	{kind: 'choice', name: `${name}.tls`, label: `settings.accounts.${name}Tls`, options: tlsOptions},
	{
		kind: 'text',
		name: `${name}.user`,
		label: `settings.accounts.${name}User`,
		help: 'settings.accounts.userHelp',
	},
];

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

const signIn = (values: Values): readonly Field[] => [
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

const labelled = (
	all: ReadonlyArray<{readonly label: string; readonly name: string}>,
): readonly Option[] => [
	{value: '', label: {key: 'settings.accounts.noLabel'}},
	...all.map(({label, name}) => ({value: label, label: name})),
];

const tickets = ({me}: Source): readonly Field[] => [
	{kind: 'toggle', name: 'ticketsEnabled', label: 'settings.accounts.ticketsEnabled'},
	{
		kind: 'text',
		name: 'folder',
		label: 'settings.accounts.folder',
		help: 'settings.accounts.folderHelp',
	},
	{
		kind: 'date',
		name: 'fromDate',
		label: 'settings.accounts.fromDate',
		help: 'settings.accounts.fromDateHelp',
	},
	{
		kind: 'choice',
		name: 'defaultQueue',
		label: 'settings.accounts.defaultQueue',
		help: 'settings.accounts.defaultQueueHelp',
		options: labelled(me.desk.queues),
	},
	{
		kind: 'choice',
		name: 'defaultProject',
		label: 'settings.accounts.defaultProject',
		options: labelled(me.desk.projects),
	},
	{
		kind: 'toggle',
		name: 'importAsCompleted',
		label: 'settings.accounts.importAsCompleted',
		help: 'settings.accounts.importAsCompletedHelp',
	},
	{
		kind: 'toggle',
		name: 'deleteOnServer',
		label: 'settings.accounts.deleteOnServer',
		help: 'settings.accounts.deleteOnServerHelp',
	},
	{
		kind: 'text',
		name: 'moveTo',
		label: 'settings.accounts.moveTo',
		help: 'settings.accounts.moveToHelp',
	},
];

const answers: readonly Field[] = [
	{
		kind: 'toggle',
		name: 'alwaysUseAsSender',
		label: 'settings.accounts.alwaysUseAsSender',
		help: 'settings.accounts.alwaysUseAsSenderHelp',
	},
	{
		kind: 'text',
		name: 'sentFolder',
		label: 'settings.accounts.sentFolder',
		help: 'settings.accounts.sentFolderHelp',
	},
	{
		kind: 'list',
		name: 'visibleTo',
		label: 'settings.accounts.visibleTo',
		help: 'settings.accounts.visibleToHelp',
		fault: 'fault.login',
	},
	{kind: 'lines', name: 'signature', label: 'settings.accounts.signature'},
];

const heading = (name: string, label: Field['label']): Field => ({kind: 'heading', name, label});

/** The fields of an account; those of the sign-in follow from how it is done. */
export const accountFields = ({
	values,
	isNew,
	source,
}: Draft<Account, Source>): readonly Field[] => [
	...who(isNew),
	heading('signInPart', 'settings.accounts.signInPart'),
	...signIn(values),
	heading('imapPart', 'settings.accounts.imapPart'),
	...server('imap'),
	heading('smtpPart', 'settings.accounts.smtpPart'),
	...server('smtp'),
	heading('ticketPart', 'settings.accounts.ticketPart'),
	...tickets(source),
	heading('answerPart', 'settings.accounts.answerPart'),
	...answers,
];
