import type {Account} from '../../../domain/account/account.ts';
import type {Field, Option} from '../form/field.ts';
import type {Draft, Source} from '../tab.ts';
import {serverFields} from './server-fields.ts';
import {signInFields} from './sign-in-fields.ts';

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
	...signInFields(values),
	heading('imapPart', 'settings.accounts.imapPart'),
	...serverFields('imap'),
	heading('smtpPart', 'settings.accounts.smtpPart'),
	...serverFields('smtp'),
	heading('ticketPart', 'settings.accounts.ticketPart'),
	...tickets(source),
	heading('answerPart', 'settings.accounts.answerPart'),
	...answers,
];
