import {tlsModes} from '../../../domain/account/account.ts';
import type {Field, Option} from '../form/field.ts';

/** The ways to encrypt a connection, as options. */
export const tlsOptions: readonly Option[] = tlsModes.map(value => ({
	value,
	label: {key: `setup.tls.${value}`},
}));

/** Where a server is and who signs in there. */
export const serverFields = (name: 'imap' | 'smtp'): readonly Field[] => [
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
