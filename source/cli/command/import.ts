import type {Push} from '../../desk/desk.ts';
import type {PassReport} from '../../domain/account.ts';
import {answer, misused, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {printJson} from '../output/json.ts';
import {passProblem} from '../output/pass-problem.ts';

const unreachable: ReadonlySet<string> = new Set([
	'server-unreachable',
	'server-refused',
	'sign-in-expired',
	'sign-in-refused',
]);

const lineOf = (call: Call, report: PassReport): string => {
	const {say} = call;
	const {account, imported, followUps, duplicates, skipped, quarantined} = report;
	const counts = {account, imported, followUps, duplicates, skipped, quarantined};
	const line = say('cli.import.pass', counts);
	return report.ok
		? line
		: `${line}, ${say('cli.import.failed', {text: passProblem(call, report)})}`;
};

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

const codeOf = (reports: readonly PassReport[]): number => {
	const failed = reports.filter(report => !report.ok);
	if (failed.length === 0) return exitCode.done;
	const isAway = failed.some(({problem}) => unreachable.has(problem?.name ?? ''));
	return isAway ? exitCode.unavailable : exitCode.failed;
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
				if (isSet(call, 'json')) printJson(call, found);
				else for (const report of found) call.print(lineOf(call, report));
				if (found.length === 0) call.tell(call.say('cli.import.none'));
				return codeOf(found);
			});
		});
	},
};
