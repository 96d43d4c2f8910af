import type {DeskStatus} from '../../../desk/desk.ts';
import {type Account, newAccount} from '../../../domain/account/account.ts';
import {ok, type Result} from '../../../domain/result.ts';
import {accountInput} from '../../../domain/settings/settings-input.ts';
import {sayProblem} from '../../../language/problem.ts';
import type {Say} from '../../../language/say.ts';
import {clockTime} from '../../../language/when.ts';
import type {EffectContext} from '../../effect/context.ts';
import type {Line} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import type {AccountNote} from '../../setup/account-note.ts';
import {noteLines, paragraph} from '../../setup/account-report.ts';
import {accountFields} from '../account/account-fields.ts';
import {accountFrom, accountValues} from '../account/account-values.ts';
import {textValue} from '../form/field.ts';
import {valuesOf} from '../form/values-of.ts';
import {type Column, type Draft, defineTab, type Source} from '../tab.ts';

type From = Source<DeskStatus, AccountNote>;

const stateOf = (account: Account, {source, say}: {source: From; say: Say}): string => {
	if (!account.ticketsEnabled) return say('settings.off');
	const pass = source.loaded?.passes.find(one => one.account === account.id);
	if (pass === undefined) return '-';
	if (pass.ok) return clockTime(Date.parse(pass.finishedAt), say.language);
	return pass.problem?.name === 'sign-in-expired'
		? say('title.signInShort')
		: say('settings.accounts.failed');
};

const columns: ReadonlyArray<Column<Account, From>> = [
	{label: 'settings.accounts.id', width: 14, text: account => account.id},
	{label: 'settings.accounts.address', width: 0, text: account => account.address},
	{
		label: 'settings.accounts.imap',
		width: 26,
		from: 90,
		text: ({imap}) => (imap === null ? '-' : `${imap.host}:${imap.port}`),
	},
	{
		label: 'settings.accounts.queue',
		width: 14,
		from: 60,
		text: account => account.defaultQueue ?? '-',
	},
	{label: 'settings.accounts.state', width: 16, from: 50, text: stateOf},
];

type Test = NonNullable<AccountNote['test']>;
type Place = {readonly look: Look; readonly width: number};

/** What a test found in the folder, below what the servers said. */
const countLines = ({counts, folderProblem, folders}: Test, place: Place): readonly Line[] => {
	const {say} = place.look;
	return [
		...(counts === null
			? []
			: paragraph(say('settings.accounts.counts', {...counts, n: counts.total}), 'text', place)),
		...(folderProblem === null
			? []
			: paragraph(`! ${sayProblem(say, folderProblem).what}`, 'bad', place)),
		...(folders.length === 0
			? []
			: paragraph(say('settings.accounts.folders', {folders: folders.join(', ')}), 'faint', place)),
	];
};

const below = ({values, source}: Draft<Account, From>, place: Place): readonly Line[] => {
	const {note} = source;
	if (note === null || note.address !== textValue(values['address'])) return [];
	return [...noteLines(note, place), ...(note.test === null ? [] : countLines(note.test, place))];
};

/** What was typed as a secret goes to the secrets file, never into the settings or their way back. */
const saveSecrets = async (
	{desk, store}: EffectContext,
	{id}: Account,
): Promise<Result<unknown>> => {
	const {form} = store.state().settings;
	const {password = '', clientSecret = ''} = form?.tab === 'accounts' ? valuesOf(form) : {};
	const kept = password === '' ? ok(null) : await desk.saveSecret(id, password);
	if (!kept.ok || clientSecret === '') return kept;
	return desk.saveSecret(id, clientSecret, 'client-secret');
};

const save = async (
	context: EffectContext,
	account: Account,
	before: Account | null,
): Promise<Result<unknown>> => {
	const {desk, store} = context;
	const saved = await desk.saveAccount(account);
	if (!saved.ok) return saved;
	const kept = await saveSecrets(context, account);
	const isFirst = before === null && store.state().me?.desk.defaultAccount === null;
	if (!kept.ok || !isFirst) return kept;
	return desk.saveDesk({defaultAccount: account.id});
};

/** Konten: mailboxes, their servers and sign-in, and what becomes of their mail. */
export const accountsTab = defineTab<Account, DeskStatus, AccountNote>({
	name: 'accounts',
	right: 'accounts',
	about: 'settings.accounts.about',
	items: ({me}) => me.accounts,
	keyOf: account => account.id,
	titleOf: account => account.address || account.id,
	columns,
	load: ({desk}) => desk.status(),
	reloadOn: ['settings', 'import'],
	active: {
		is: account => account.ticketsEnabled,
		set: (account, ticketsEnabled) => ({...account, ticketsEnabled}),
	},
	blank: () => newAccount(''),
	values: accountValues,
	fields: accountFields,
	read: ({values, item}) => accountFrom(values, item),
	schema: accountInput,
	check: ({id}, {isNew, source}) =>
		isNew && source.me.accounts.some(other => other.id.toLowerCase() === id.toLowerCase())
			? {id: {key: 'fault.taken'}}
			: {},
	below,
	fieldOf: ({name}) => (name === 'queue-unknown' ? 'defaultQueue' : null),
	save: (context, account, {before}) => save(context, account, before),
	remove: ({desk}, {id}) => desk.removeAccount(id),
	question: () => [
		{key: 'settings.accounts.remove.what'},
		{key: 'settings.accounts.remove.secret'},
	],
});
