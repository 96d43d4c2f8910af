import * as v from 'valibot';
import {timeInput} from '../domain/clean-input.ts';
import {factsOf, figuresOf, type TicketFacts} from '../domain/figures.ts';
import {ok, type Result} from '../domain/result.ts';
import {maySee} from '../domain/visibility.ts';
import type {Caller} from './caller.ts';
import type {Core} from './core.ts';
import type {Figures} from './desk.ts';
import {checked} from './request-input.ts';

const secondsBetween = (from: string, to: string): number =>
	Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** Figures over the tickets made since a time, or all; private ones of others are not counted. */
export const figures = async (
	core: Core,
	caller: Caller,
	input: unknown,
): Promise<Result<Figures>> => {
	const since = checked(v.nullable(timeInput), input);
	if (!since.ok) return since;
	const {store} = core.parts;
	const from = since.value ?? '';
	const facts: TicketFacts[] = [];
	for (const summary of store.summaries().values()) {
		if (summary.createdAt < from || !maySee(summary, caller.viewer)) continue;
		const ticket = await store.ticket(summary.number);
		if (ticket.ok) facts.push(factsOf(ticket.value, secondsBetween));
	}
	return ok({since: since.value, ...figuresOf(facts, {now: core.now(), secondsBetween})});
};
