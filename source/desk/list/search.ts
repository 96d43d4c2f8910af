import {parseSearch} from '../../domain/filter/filter.ts';
import {compareBy} from '../../domain/list/compare.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Summary} from '../../domain/summary.ts';
import {parseNumber} from '../../domain/ticket-number.ts';
import {maySee} from '../../domain/visibility.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Row} from '../desk.ts';
import {checked, searchInput} from '../request-input.ts';
import {rowOf} from './row.ts';

/** Hits that are asked of the index when operators thin them out afterwards. */
const mostHits = 5000;

const byText = async (core: Core, words: string, limit: number): Promise<Result<Summary[]>> => {
	const found = await core.parts.store.search(words, limit);
	if (!found.ok) return found;
	const summaries = core.parts.store.summaries();
	return ok(found.value.map(number => summaries.get(number)).filter(summary => !!summary));
};

/**
 * Full text of the words, thinned out by the operators of the filter language; a ticket number finds
 * its ticket. Private tickets of others are no hits: finding them would tell what they say.
 */
export const search = async (
	core: Core,
	caller: Caller,
	input: {readonly text: string; readonly limit: number},
): Promise<Result<readonly Row[]>> => {
	const request = checked(searchInput, input);
	if (!request.ok) return request;
	const {text, limit} = request.value;
	const {words, accepts, operators} = parseSearch(text, {me: caller.agent.login, now: core.now()});
	if (words === '' && operators === 0) return ok([]);
	const summaries = core.parts.store.summaries();
	const direct = summaries.get(parseNumber(words, new Date(core.now()).getFullYear()) ?? '');
	const hits =
		words === ''
			? ok([...summaries.values()])
			: await byText(core, words, operators > 0 || limit * 4 > mostHits ? mostHits : limit * 4);
	if (!hits.ok) return hits;
	const rows = (direct ? [direct, ...hits.value.filter(one => one !== direct)] : hits.value)
		.filter(summary => maySee(summary, caller.viewer) && accepts(summary))
		.sort(compareBy.newest)
		.slice(0, limit);
	return ok(rows.map(summary => rowOf(core, caller, summary)));
};
