import type {OutboxItem} from '../../../desk/desk.ts';
import {fail} from '../../../domain/result.ts';
import {sayDeliveryError} from '../../../language/delivery.ts';
import type {Say, TextKey} from '../../../language/say.ts';
import {shortTime} from '../../../language/when.ts';
import {keyOf, type Look} from '../../part/look.ts';
import {shortNumber} from '../../part/number.ts';
import {paragraph} from '../../part/paragraph.ts';
import type {Field, Option} from '../form/field.ts';
import {defineTab} from '../tab.ts';

const locked = 'reason.readOnly' satisfies TextKey;

const stateKey = (state: string): TextKey => `message.${state}` as TextKey;

const states: readonly Option[] = ['queued', 'sending', 'failed', 'uncertain', 'sent'].map(
	value => ({value, label: {key: stateKey(value)}}),
);

const reasonOf = ({code, error}: OutboxItem, say: Say): string =>
	sayDeliveryError(say, error === null ? null : {code: code ?? '', text: error});

const helpKeys = (look: Look) => ({
	retry: keyOf(look, 'deliverNow', 'settings'),
	back: keyOf(look, 'callBack', 'settings'),
});

const fields: readonly Field[] = [
	{kind: 'text', name: 'number', label: 'field.number', locked},
	{kind: 'text', name: 'subject', label: 'field.subject', locked},
	{kind: 'text', name: 'to', label: 'field.to', locked},
	{kind: 'choice', name: 'state', label: 'field.status', locked, options: states},
	{kind: 'text', name: 'tries', label: 'settings.quarantine.tries', locked},
];

/** Postausgang: mails that wait, failed, or of which nobody knows whether they went. */
export const outboxTab = defineTab<OutboxItem, readonly OutboxItem[]>({
	name: 'outbox',
	right: 'tickets.reply',
	about: 'settings.outbox.about',
	empty: 'settings.outbox.empty',
	isReadOnly: true,
	load: ({desk}) => desk.outbox(),
	reloadOn: ['outbox'],
	items: ({loaded}) => loaded ?? [],
	keyOf: ({number, message}) => `${number} ${message}`,
	titleOf: ({subject}) => subject,
	columns: [
		{
			label: 'field.number',
			width: 11,
			text: ({number}, {source}) => shortNumber(number, source.now),
		},
		{label: 'field.to', width: 22, from: 70, text: ({to}) => to.join(', ')},
		{label: 'field.status', width: 22, text: ({state}, {say}) => say(stateKey(state))},
		{
			label: 'field.date',
			width: 12,
			from: 90,
			text: ({due}, {source, say}) => shortTime(due, source.now, say.language),
		},
		{
			label: 'settings.outbox.error',
			width: 0,
			text: (item, {say}) => reasonOf(item, say) || item.subject,
		},
	],
	values: ({number, subject, to, state, tries}) => ({
		number,
		subject,
		to: to.join(', '),
		state,
		tries: String(tries),
	}),
	fields: () => fields,
	below: ({item}, {look, width}) => {
		const {say, glyphs} = look;
		const lines = (text: string, role: 'warn' | 'text') =>
			text === '' ? [] : paragraph(text, {width, role, ellipsis: glyphs.ellipsis, indent: 3});
		return [
			...lines(reasonOf(item, say), 'warn'),
			...lines(say(`settings.outbox.help.${item.state}` as TextKey, helpKeys(look)), 'text'),
		];
	},
	read: ({item}) => item,
	save: async () => fail('action-unavailable', {action: 'outbox'}),
});
