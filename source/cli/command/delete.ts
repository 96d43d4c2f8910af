import {randomUUID} from 'node:crypto';
import {misused, withDesk} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {ticketNumbers} from '../input/numbers.ts';
import {readLine} from '../input/read-line.ts';
import {performAll} from '../output/perform-all.ts';

/** On a terminal the count is typed, as on the screen; elsewhere only `--yes` deletes. */
const isMeant = async (call: Call, count: number): Promise<boolean> => {
	if (isSet(call, 'yes')) return true;
	if (!call.stdin.isTTY) return false;
	call.tell(call.say('cli.delete.ask', {count}));
	return (await readLine(call)).trim() === String(count);
};

/** Deletes tickets for good, with their mails and files. Mails on the server stay. */
export const deleteTickets: Command = {
	usage: 'NUMBER …',
	summary: 'cli.delete',
	flags: {yes: {type: 'boolean'}},
	run: async call => {
		if (call.args.length === 0) return misused(call, call.say('cli.number-missing'));
		const numbers = ticketNumbers(call);
		if (numbers === null) return exitCode.failed;
		call.tell(call.say('dialog.purge.what', {n: numbers.length}));
		if (!(await isMeant(call, numbers.length))) {
			call.tell(call.say('cli.erase.nothing'));
			return exitCode.done;
		}
		return withDesk(call, desk =>
			performAll(
				call,
				desk,
				numbers.map(number => ({id: randomUUID(), number, action: 'delete', input: {}})),
				'done.purged',
			),
		);
	},
};
