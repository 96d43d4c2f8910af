import type {Account} from '../../../domain/account/account.ts';
import type {Silence} from '../../../domain/automatic/silence.ts';
import {ok} from '../../../domain/result.ts';
import {accountInput} from '../../../domain/settings/settings-input.ts';
import {fillTemplate, namesTicket, unknownVariables} from '../../../domain/template/template.ts';
import type {Say} from '../../../language/say.ts';
import {type Field, isOn, textValue, toggleValue} from '../form/field.ts';
import {
	numberLines,
	previewLines,
	sampleValues,
	silencedLines,
	unknownLines,
} from '../sample-fill.ts';
import {type Draft, defineTab, type Source} from '../tab.ts';

/** Named after their places in the account, so that its schema finds them. */
const names = {
	active: 'autoResponder.active',
	subject: 'autoResponder.subject',
	text: 'autoResponder.text',
	oncePerDay: 'autoResponder.oncePerDay',
} as const;

const fields: readonly Field[] = [
	{kind: 'toggle', name: names.active, label: 'settings.responders.active'},
	{
		kind: 'text',
		name: names.subject,
		label: 'settings.responders.subject',
		help: 'settings.responders.subjectHelp',
	},
	{
		kind: 'toggle',
		name: names.oncePerDay,
		label: 'settings.responders.oncePerDay',
		help: 'settings.responders.oncePerDayHelp',
	},
	{
		kind: 'lines',
		name: names.text,
		label: 'settings.responders.text',
		help: 'settings.responders.textHelp',
	},
];

type From = Source<readonly Silence[]>;

const read = ({values, item}: Draft<Account, From>): Account => ({
	...item,
	autoResponder: {
		active: isOn(values[names.active]),
		subject: textValue(values[names.subject]),
		text: values[names.text] ?? '',
		oncePerDay: isOn(values[names.oncePerDay]),
	},
});

/** What stands in the list beside a responder that is on, and what is odd about it. */
const stateOf = ({autoResponder: {active, subject, text}}: Account, say: Say): string => {
	if (!active) return say('settings.off');
	if (text.trim() === '') return say('settings.responders.noText');
	if (unknownVariables(`${subject}\n${text}`).length > 0) return say('settings.responders.faulty');
	return say(namesTicket(subject) ? 'settings.on' : 'settings.responders.onNoNumber');
};

/** Auto-Responder: the confirmation that each account sends for a new ticket. */
export const respondersTab = defineTab<Account, readonly Silence[]>({
	name: 'responders',
	right: 'accounts',
	about: 'settings.responders.about',
	items: ({me}) => me.accounts,
	keyOf: account => account.id,
	titleOf: account => account.address || account.id,
	columns: [
		{label: 'settings.responders.account', width: 24, text: ({address, id}) => address || id},
		{
			label: 'settings.responders.state',
			width: 22,
			from: 50,
			text: (one, {say}) => stateOf(one, say),
		},
		{
			label: 'settings.responders.subject',
			width: 0,
			text: ({autoResponder}) => autoResponder.subject,
		},
	],
	active: {
		is: account => account.autoResponder.active,
		set: (account, active) => ({
			...account,
			autoResponder: {...account.autoResponder, active},
		}),
	},
	values: ({autoResponder: {active, subject, text, oncePerDay}}) => ({
		[names.active]: toggleValue(active),
		[names.subject]: subject,
		[names.oncePerDay]: toggleValue(oncePerDay),
		[names.text]: text,
	}),
	load: async ({desk}) => {
		const status = await desk.status();
		return status.ok ? ok(status.value.silenced) : status;
	},
	reloadOn: ['settings', 'import'],
	fields: () => fields,
	read,
	schema: accountInput,
	below: (draft, place) => {
		const {subject, text} = read(draft).autoResponder;
		const values = sampleValues(draft.source, place, draft.item);
		const fill = (words: string) => fillTemplate(words, values).text;
		return [
			...numberLines(subject, place),
			...unknownLines(`${subject}\n${text}`, place, 'settings.responders.unknown'),
			...silencedLines(draft.source.loaded ?? [], place),
			...(text.trim() === '' ? [] : previewLines(`${fill(subject)}\n\n${fill(text)}`, place)),
		];
	},
	save: ({desk}, account) => desk.saveAccount(account),
});
