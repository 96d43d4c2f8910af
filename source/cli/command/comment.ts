import {randomUUID} from 'node:crypto';
import {misused, refuse, withDesk} from '../answer.ts';
import type {Command} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {numberOf} from '../input/numbers.ts';
import {readText} from '../input/read-stdin.ts';
import {performAll} from '../output/perform-all.ts';

/** Puts standard input as an internal comment on a ticket. It is never mailed. */
export const comment: Command = {
	usage: 'NUMBER < TEXT',
	summary: 'cli.comment',
	flags: {},
	run: async call => {
		const [wanted, ...more] = call.args;
		if (wanted === undefined || more.length > 0)
			return misused(call, call.say('cli.one-number-wanted'));
		const number = numberOf(wanted);
		if (number === null) return refuse(call, {name: 'ticket-missing', details: {number: wanted}});
		const text = await readText(call);
		if (text === '') {
			call.tell(`raute: ${call.say('cli.text.empty')}`);
			return exitCode.badData;
		}
		return withDesk(call, desk =>
			performAll(call, desk, [{id: randomUUID(), number, action: 'comment', input: {text}}]),
		);
	},
};
