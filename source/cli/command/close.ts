import {randomUUID} from 'node:crypto';
import {misused, withDesk} from '../answer.ts';
import type {Command} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {ticketNumbers} from '../input/numbers.ts';
import {performAll} from '../output/perform-all.ts';

/** Sets tickets to completed: the key `x` of the screen. */
export const close: Command = {
	usage: 'NUMBER …',
	summary: 'cli.close',
	flags: {},
	run: async call => {
		if (call.args.length === 0) return misused(call, call.say('cli.number-missing'));
		const numbers = ticketNumbers(call);
		if (numbers === null) return exitCode.failed;
		const step = {action: 'status', input: {status: 'completed'}};
		return withDesk(call, desk =>
			performAll(
				call,
				desk,
				numbers.map(number => ({id: randomUUID(), number, ...step})),
			),
		);
	},
};
