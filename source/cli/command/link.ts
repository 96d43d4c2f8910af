import {randomUUID} from 'node:crypto';
import type {TextKey} from '../../language/say.ts';
import {misused, withDesk} from '../answer.ts';
import type {Command} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {ticketNumbers} from '../input/numbers.ts';
import {performAll} from '../output/perform-all.ts';

const linking = (on: boolean, summary: TextKey): Command => ({
	usage: 'NUMBER NUMBER',
	summary,
	flags: {},
	run: async call => {
		const numbers = call.args.length === 2 ? ticketNumbers(call) : [];
		if (numbers === null) return exitCode.failed;
		const [one, other] = numbers;
		if (one === undefined || other === undefined)
			return misused(call, call.say('cli.two-numbers-wanted'));
		const command = {
			id: randomUUID(),
			number: one,
			action: 'link',
			input: {number: other, on},
		};
		return withDesk(call, desk => performAll(call, desk, [command]));
	},
});

/** Says on two tickets that they have to do with each other. */
export const link = linking(true, 'cli.link');

export const unlink = linking(false, 'cli.unlink');
