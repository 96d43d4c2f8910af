import {answer, misused, withDesk} from '../answer.ts';
import {type Command, isSet} from '../command.ts';
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
		return withDesk(call, async desk =>
			answer(call, await desk.search(text, mostHits), rows =>
				printTickets(call, rows, {json: isSet(call, 'json')}),
			),
		);
	},
};
