import {ok, type Result} from '../../domain/result.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {ListWindow} from '../desk.ts';
import {checked, windowInput} from '../request-input.ts';
import {rowOf} from './row.ts';

/** A stretch of a list: from a position, or around a ticket that is in it. */
export const listWindow = (core: Core, caller: Caller, input: unknown): Result<ListWindow> => {
	const request = checked(windowInput, input);
	if (!request.ok) return request;
	const {query, count, near, from: wished, marked = []} = request.value;
	if (core.lists.wake()) core.listsChanged();
	const lists = core.lists.of(caller.viewer);
	const list = lists.list(query);
	const place = (number: string): number => {
		const summary = core.parts.store.summaries().get(number);
		return summary ? list.indexOf(summary) : -1;
	};
	const nearIndex = near === undefined ? -1 : place(near);
	const total = list.size();
	const start = nearIndex < 0 ? wished : nearIndex - Math.floor(count / 2);
	const from = Math.max(0, Math.min(start, total - count));
	return ok({
		query,
		from,
		total,
		rows: list.slice(from, count).map(row => rowOf(core, caller, row)),
		counts: lists.counts(),
		seq: core.lists.seq(),
		nearIndex,
		away: marked.filter(number => place(number) < 0),
	});
};
