import type {IntakeDocument} from '../../../domain/receive/intake-document.ts';
import {fail} from '../../../domain/result.ts';
import type {Say, TextKey} from '../../../language/say.ts';
import {shortTime} from '../../../language/when.ts';
import type {EffectContext} from '../../effect/context.ts';
import type {UiEvent} from '../../state/event.ts';
import type {Field, Option} from '../form/field.ts';
import {defineTab} from '../tab.ts';

const reasons: Readonly<Record<string, TextKey>> = {
	'parse-error': 'quarantine.parse-error',
	'parse-timeout': 'quarantine.parse-timeout',
	'out-of-memory': 'quarantine.out-of-memory',
	'connection-lost': 'quarantine.connection-lost',
};

/** Why a mail could not be read; a reason without words is shown by its name. */
const sayReason = (say: Say, {reason}: IntakeDocument): string => {
	const key = reasons[reason];
	return key === undefined ? reason : say(key);
};

const reasonOptions: readonly Option[] = Object.entries(reasons).map(([value, key]) => ({
	value,
	label: {key},
}));

const locked = 'reason.readOnly' satisfies TextKey;

const fields: readonly Field[] = [
	{kind: 'text', name: 'at', label: 'field.date', locked},
	{kind: 'text', name: 'account', label: 'field.account', locked},
	{
		kind: 'choice',
		name: 'reason',
		label: 'settings.quarantine.reason',
		locked,
		options: reasonOptions,
	},
	{kind: 'text', name: 'tries', label: 'settings.quarantine.tries', locked},
	{kind: 'text', name: 'raw', label: 'settings.quarantine.raw', locked},
];

/** The list as it is now: no push tells of its changes. */
export const quarantineAgain = async ({desk}: EffectContext): Promise<readonly UiEvent[]> => {
	const again = await desk.quarantine();
	return again.ok ? [{type: 'settings-loaded', tab: 'quarantine', value: again.value}] : [];
};

/** Quarantäne: mails that could not be read, with their bytes. Nothing here is edited. */
export const quarantineTab = defineTab<IntakeDocument, readonly IntakeDocument[]>({
	name: 'quarantine',
	right: 'tickets.edit',
	about: 'settings.quarantine.about',
	empty: 'settings.quarantine.empty',
	isReadOnly: true,
	load: ({desk}) => desk.quarantine(),
	reloadOn: ['import', 'settings'],
	items: ({loaded}) => loaded ?? [],
	keyOf: document => document.id,
	titleOf: document => document.id,
	columns: [
		{
			label: 'field.date',
			width: 12,
			text: ({at}, {source, say}) => shortTime(at, source.now, say.language),
		},
		{label: 'field.account', width: 14, from: 60, text: ({origin}) => origin.account || '-'},
		{
			label: 'settings.quarantine.reason',
			width: 0,
			text: (document, {say}) => sayReason(say, document),
		},
		{
			label: 'settings.quarantine.tries',
			width: 9,
			from: 60,
			align: 'end',
			text: ({tries}) => String(tries),
		},
	],
	values: ({at, origin, reason, tries, raw}) => ({
		at,
		account: origin.account,
		reason,
		tries: String(tries),
		raw: raw ?? '',
	}),
	fields: () => fields,
	read: ({item}) => item,
	save: async () => fail('action-unavailable', {action: 'quarantine'}),
	remove: async (context, {id}) => {
		const gone = await context.desk.discardIntake(id);
		for (const event of await quarantineAgain(context)) context.store.dispatch(event);
		return gone;
	},
	question: () => [{key: 'settings.quarantine.discard'}],
});
