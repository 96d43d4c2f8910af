import type {Silence} from '../../domain/automatic/silence.ts';
import type {TemplateValues} from '../../domain/template/template.ts';
import {namesTicket, templateValues, unknownVariables} from '../../domain/template/template.ts';
import type {TextKey} from '../../language/say.ts';
import {longTime} from '../../language/when.ts';
import {fitLine, type Line, span} from '../part/line.ts';
import {type Look, rule} from '../part/look.ts';
import {paragraph} from '../part/paragraph.ts';
import type {Source} from './tab.ts';

type Place = {readonly look: Look; readonly width: number; readonly height: number};

/** The values of a ticket that is none, for previews. `account` signs where there is no agent. */
export const sampleValues = (
	{me}: Pick<Source, 'me'>,
	{look}: Place,
	account: {readonly name: string; readonly address: string} | null,
): TemplateValues =>
	templateValues({
		ticket: {
			number: '202611230417',
			subject: look.say('settings.sample.subject'),
			requester: {name: look.say('settings.sample.name'), address: 'kim@example.org'},
		},
		agent: account === null ? me.agent : null,
		account,
	});

/** What would keep a text from being sent, in words; nothing when all its variables are known. */
export const unknownLines = (text: string, {look, width}: Place, key: TextKey): readonly Line[] => {
	const unknown = unknownVariables(text);
	return unknown.length === 0
		? []
		: paragraph(`! ${look.say(key, {variables: unknown.join(' ')})}`, {
				width,
				role: 'warn',
				ellipsis: look.glyphs.ellipsis,
			});
};

/** A subject without the number is allowed and warned about. */
export const numberLines = (subject: string, {look, width}: Place): readonly Line[] =>
	namesTicket(subject)
		? []
		: paragraph(`! ${look.say('settings.responders.noNumber', {TICKET: '{TICKET}'})}`, {
				width,
				role: 'warn',
				ellipsis: look.glyphs.ellipsis,
			});

/** More addresses than that are a list for the command line. */
const mostSilenced = 3;

/** Addresses that get no automatic mail now, and until when. */
export const silencedLines = (
	silenced: readonly Silence[],
	{look, width}: Place,
): readonly Line[] => {
	const {say} = look;
	const ends = silenced
		.slice(0, mostSilenced)
		.map(({address, until}) => `${address} (${longTime(until, say.language)})`);
	const more = silenced.length > mostSilenced ? [look.glyphs.ellipsis] : [];
	return silenced.length === 0
		? []
		: paragraph(say('settings.responders.silenced', {addresses: [...ends, ...more].join(', ')}), {
				width,
				role: 'faint',
				ellipsis: look.glyphs.ellipsis,
			});
};

/** A filled text below its rule, as far as there is room. */
export const previewLines = (text: string, {look, width, height}: Place): readonly Line[] => [
	fitLine(rule(look, width, look.say('picker.preview')), width, ''),
	...text
		.split('\n')
		.flatMap(line =>
			line === ''
				? [fitLine([span('')], width, '')]
				: paragraph(line, {width, role: 'text', ellipsis: look.glyphs.ellipsis}),
		)
		.slice(0, Math.max(1, height)),
];
