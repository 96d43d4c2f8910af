import * as v from 'valibot';
import type {Agent} from '../../domain/agent.ts';
import type {Queue} from '../../domain/desk-document.ts';
import {agentInput, itemInput} from '../../domain/settings/settings-input.ts';

type Line<Item> = {readonly text: string; readonly item: Item; readonly isRight: boolean};

const linesOf = (text: string | undefined): readonly string[] =>
	(text ?? '')
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '');

/** `anna Anna Weber`: the login first, then the name. */
export const agentLines = (text: string | undefined): ReadonlyArray<Line<Agent>> =>
	linesOf(text).map(line => {
		const [login = '', ...words] = line.split(/\s+/u);
		const name = words.join(' ') || login;
		const item: Agent = {login, name, role: 'agent', active: true, signature: ''};
		return {text: line, item, isRight: v.is(agentInput, item)};
	});

/** `Buchhaltung Buchhaltung und Mahnung @anna`: label, name, and who is responsible. */
export const queueLines = (text: string | undefined): ReadonlyArray<Line<Queue>> =>
	linesOf(text).map(line => {
		const [label = '', ...words] = line.split(/\s+/u);
		const responsible = words.find(word => word.startsWith('@'))?.slice(1) ?? null;
		const name = words.filter(word => !word.startsWith('@')).join(' ') || label;
		const item: Queue = {label, name, responsible};
		return {text: line, item, isRight: v.is(itemInput.queues, item)};
	});
