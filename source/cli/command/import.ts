import type {Push} from '../../desk/desk.ts';
import {answer, misused, withDesk} from '../answer.ts';
import {type Call, type Command, textFlag} from '../command.ts';
import {passCode, printPasses} from '../output/passes.ts';

/** Shows on a terminal how far the passes are, on a line that goes again. */
const progress = (call: Call) => {
	const {stdout, say} = call;
	const write = (text: string) => {
		if (stdout.isTTY) stdout.write(`\r\u001B[K${text}`);
	};
	return {
		show: (push: Push) => {
			if (push.kind !== 'import' || push.report !== null) return;
			const {account, done, total} = push;
			write(say('cli.import.progress', {account, done, total}));
		},
		clear: () => write(''),
	};
};

/** One import pass now, and what it brought: a line per account. */
export const importMail: Command = {
	usage: '',
	summary: 'cli.import',
	flags: {account: {type: 'string'}, json: {type: 'boolean'}},
	run: async call => {
		if (call.args.length > 0) return misused(call, call.say('cli.import-arguments'));
		return withDesk(call, async desk => {
			const {show, clear} = progress(call);
			const end = desk.on(show);
			const reports = await desk.importNow(textFlag(call, 'account'));
			end();
			clear();
			return answer(call, reports, found => {
				printPasses(call, found);
				return passCode(found);
			});
		});
	},
};
