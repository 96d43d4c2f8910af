import * as v from 'valibot';
import {accountInput} from '../../../domain/settings/settings-input.ts';
import {tlsOptions} from '../../settings/account/server-fields.ts';
import {type Field, type Option, textValue, type Values} from '../../settings/form/field.ts';
import {type Draft, defineTab, type Faults, type Source} from '../../settings/tab.ts';
import {accountFrom, signInChoice, signInWays} from '../account-draft.ts';
import {type AccountNote, isLookedFor, noNote} from '../account-note.ts';
import {accountReport} from '../account-report.ts';
import {saveAccountStep} from '../save-account.ts';

type Place = Source<null, AccountNote>;

const ways: readonly Option[] = signInWays.map(way => ({
	value: way,
	label: {key: `setup.way.${way}`},
}));

const blank: Values = {
	address: '',
	way: 'password',
	password: '',
	clientId: '',
	clientSecret: '',
	imapHost: '',
	imapPort: '993',
	imapTls: 'tls',
	smtpHost: '',
	smtpPort: '465',
	smtpTls: 'tls',
	user: '',
	selfSigned: '',
	folder: 'INBOX',
};

const serverFields = (name: 'imap' | 'smtp'): readonly Field[] => [
	{kind: 'text', name: `${name}Host`, label: `setup.${name}Host`, help: 'setup.hostHelp'},
	{
		kind: 'number',
		name: `${name}Port`,
		label: `setup.${name}Port`,
		help: `setup.${name}PortHelp`,
		min: 1,
		max: 65_535,
	},
	{kind: 'choice', name: `${name}Tls`, label: `setup.${name}Tls`, options: tlsOptions},
];

const fields = ({values}: Draft<Values, Place>): readonly Field[] => [
	{
		kind: 'text',
		name: 'address',
		label: 'setup.address',
		help: 'setup.addressHelp',
		fault: 'fault.address',
	},
	{kind: 'choice', name: 'way', label: 'setup.way', options: ways},
	...(signInChoice(values) === 'password'
		? ([
				{kind: 'secret', name: 'password', label: 'setup.password', help: 'setup.passwordHelp'},
			] as const)
		: ([
				{kind: 'text', name: 'clientId', label: 'setup.clientId', help: 'setup.clientIdHelp'},
				{
					kind: 'secret',
					name: 'clientSecret',
					label: 'setup.clientSecret',
					help: 'setup.clientSecretHelp',
				},
			] as const)),
	...serverFields('imap'),
	...serverFields('smtp'),
	{kind: 'text', name: 'user', label: 'setup.user', help: 'setup.userHelp'},
	{kind: 'toggle', name: 'selfSigned', label: 'setup.selfSigned', help: 'setup.selfSignedHelp'},
	{kind: 'text', name: 'folder', label: 'setup.folder', help: 'setup.folderHelp'},
];

const needed = (is: boolean, name: string): Faults => (is ? {[name]: {key: 'fault.empty'}} : {});

/** Hosts may stay empty until they were looked for. A password may, when one is kept already. */
const check = (values: Values, {source}: Draft<Values, Place>): Faults => {
	const account = accountFrom(values, source.me.accounts);
	const isKnown = source.me.accounts.some(({id}) => id === account.id);
	const isPassword = signInChoice(values) === 'password';
	const note = source.note ?? noNote;
	const isGone = isLookedFor(note) && note.address === account.address;
	const unfound = (['imapHost', 'smtpHost'] as const).filter(
		name => isGone && textValue(values[name]) === '',
	);
	return {
		...Object.fromEntries(unfound.map(name => [name, {key: 'fault.noServer'} as const])),
		...(v.is(accountInput.entries.address, account.address)
			? {}
			: {address: {key: 'fault.address'}}),
		...needed(isPassword && values['password'] === '' && !isKnown, 'password'),
		...needed(!isPassword && textValue(values['clientId']) === '', 'clientId'),
	};
};

/** Step 2: the mailbox. Nothing is saved before its servers let us in. */
export const accountStep = defineTab<Values, null, AccountNote>({
	name: 'setup-account',
	right: 'accounts',
	items: () => [],
	keyOf: () => '',
	titleOf: () => ({key: 'setup.account'}),
	columns: [],
	blank: () => blank,
	values: item => ({...blank, ...item}),
	fields,
	read: ({values}) => values,
	check,
	below: ({source}, {look, width}) => accountReport(source, {look, width}),
	fieldOf: ({name, details}) => {
		if (name === 'sign-in-refused' || name === 'password-missing') return 'password';
		return details['server'] === 'smtp' ? 'smtpHost' : 'imapHost';
	},
	save: saveAccountStep,
});
