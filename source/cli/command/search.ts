import {answer, misused, withDesk} from '../answer.ts';
import {type Command, isSet} from '../command.ts';
import {wrongWord} from '../input/wrong-word.ts';
import {printTickets} from '../output/ticket-rows.ts';

/** As many as the desk answers at once. */
const mostHits = 1000;

/** Full text search with the operators of the filter language, newest first. */
export const search: Command = {
	usage: 'QUERY',
	summary: 'cli.search',
	flags: {json: {type: 'boolean'}},
	run: async call => {
		const text = call.args.join(' ').trim();
		if (text === '') return misused(call, call.say('cli.query-missing'));
		const unknown = wrongWord(call.say, text, ['state', 'status', 'day']);
		if (unknown !== null) return misused(call, unknown);
		return withDesk(call, async desk =>
			answer(call, await desk.search(text, mostHits), rows =>
				printTickets(call, rows, {json: isSet(call, 'json')}),
			),
		);
	},
};
