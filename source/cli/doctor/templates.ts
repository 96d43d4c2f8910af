import type {DeskStatus, Me} from '../../desk/desk.ts';
import {unknownVariables} from '../../domain/template/template.ts';
import type {Call} from '../command.ts';
import {silenceWords} from '../output/silences.ts';
import {type Finding, flaw} from './finding.ts';

const templates = (call: Call, {desk}: Me): readonly Finding[] =>
	desk.templates.flatMap(({id, active, text}) => {
		const unknown = active ? unknownVariables(text) : [];
		return unknown.length === 0
			? []
			: [flaw(call, 'template-unknown', {id, variables: unknown.join(' ')})];
	});

/** Templates that would stop a reply, and addresses that got too much automatic mail. */
export const checkTemplates = (
	call: Call,
	me: Me,
	{silenced}: Pick<DeskStatus, 'silenced'>,
): readonly Finding[] => [
	...templates(call, me),
	...silenced
		.filter(({reason}) => reason === 'loop')
		.map(silence =>
			flaw(call, 'silenced-loop', {
				address: silence.address,
				text: silenceWords(call, silence),
			}),
		),
];
