import type {Account} from '../../../domain/account/account.ts';
import type {FolderCounts} from '../../../domain/account/account-setup.ts';
import {addressKey} from '../../../domain/address.ts';
import type {Problem} from '../../../domain/problem.ts';
import {fail, type Result} from '../../../domain/result.ts';
import {sayProblem} from '../../../language/problem.ts';
import type {EffectContext} from '../../effect/context.ts';
import {importNow} from '../../effect/desk-call.ts';
import type {Role} from '../../look/theme.ts';
import type {Line} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import {paragraph as wrapped} from '../../part/paragraph.ts';
import {dateValue, isOn, textValue, type Values} from '../../settings/form/field.ts';
import {type Draft, defineTab, type Source} from '../../settings/tab.ts';

/** How many mails the import would take, and for which values that was asked. */
export type ImportNote = {
	readonly asked: string;
	readonly counts: FolderCounts | null;
	readonly problem: Problem | null;
};

type Place = Source<null, ImportNote>;

const blank: Values = {fromDate: '', importAsCompleted: '', deleteOnServer: ''};

/** The account of the wizard: the one with the address of the second step. */
export const setupAccount = (
	accounts: readonly Account[],
	address: string | undefined,
): Account | null =>
	accounts.find(account => addressKey(account.address) === addressKey(address ?? '')) ?? null;

/** The values that decide how many mails there are; a question about others is out of date. */
export const askedFor = (values: Values): string => textValue(values['fromDate']);

/** The account as the last step makes it: it takes mail from now on, and writes as the team. */
export const importAccount = (account: Account, values: Values, team: string): Account => ({
	...account,
	name: account.name === account.address ? team : account.name,
	ticketsEnabled: true,
	fromDate: dateValue(values['fromDate']),
	importAsCompleted: isOn(values['importAsCompleted']),
	deleteOnServer: isOn(values['deleteOnServer']),
});

const below = (
	{values, source}: Draft<Values, Place>,
	{look, width}: {readonly look: Look; readonly width: number},
): readonly Line[] => {
	const {say} = look;
	const {note} = source;
	const paragraph = (text: string, role: Role): readonly Line[] =>
		wrapped(text, {width, role, ellipsis: look.glyphs.ellipsis, indent: 3});
	const isCurrent = note !== null && note.asked === askedFor(values);
	const counts = isCurrent ? note.counts : null;
	const problem = isCurrent ? note.problem : null;
	return [
		...(problem !== null ? paragraph(`! ${sayProblem(say, problem).what}`, 'bad') : []),
		...(counts === null && problem === null ? paragraph(say('setup.counting'), 'accent') : []),
		...(counts === null
			? []
			: [
					...paragraph(say('setup.counts', {n: counts.total, of: counts.unseen}), 'text'),
					...paragraph(say('setup.toImport', {n: counts.toImport}), 'ok'),
				]),
		...paragraph(say('setup.seen'), 'faint'),
		...(isOn(values['deleteOnServer']) ? paragraph(`! ${say('setup.willDelete')}`, 'warn') : []),
		...paragraph(say('setup.nothingSent'), 'faint'),
	];
};

const save = async (context: EffectContext, values: Values): Promise<Result<unknown>> => {
	const {me, setup} = context.store.state();
	const address = setup.values.account?.['address'];
	const account = setupAccount(me?.accounts ?? [], address);
	if (me === null || account === null) return fail('account-unknown', {account: address ?? ''});
	const defaultQueue = setup.values.team?.['defaultQueue'] || null;
	const saved = await context.desk.saveAccount({
		...importAccount(account, values, me.desk.name),
		defaultQueue,
	});
	if (!saved.ok) return saved;
	if (me.desk.defaultAccount === null) {
		const chosen = await context.desk.saveDesk({defaultAccount: account.id});
		if (!chosen.ok) return chosen;
	}
	// Its progress stands in the title line; the person goes on to the list.
	void importNow(context);
	return saved;
};

/** Step 4: from which day on, and what that brings. Only its Enter lets mail come in. */
export const importStep = defineTab<Values, null, ImportNote>({
	name: 'setup-import',
	right: 'accounts',
	items: () => [],
	keyOf: () => '',
	titleOf: () => ({key: 'setup.import'}),
	columns: [],
	blank: () => blank,
	values: item => ({...blank, ...item}),
	fields: () => [
		{kind: 'date', name: 'fromDate', label: 'setup.fromDate', help: 'setup.fromDateHelp'},
		{
			kind: 'toggle',
			name: 'importAsCompleted',
			label: 'setup.importAsCompleted',
			help: 'setup.importAsCompletedHelp',
		},
		{
			kind: 'toggle',
			name: 'deleteOnServer',
			label: 'setup.deleteOnServer',
			help: 'setup.deleteOnServerHelp',
		},
	],
	read: ({values}) => values,
	ready: ({values, source}) =>
		source.note !== null && source.note.asked === askedFor(values) && source.note.counts !== null
			? true
			: 'reason.notCounted',
	below,
	save,
});
