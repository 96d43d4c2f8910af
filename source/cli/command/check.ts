import type {CheckReport} from '../../store/store.ts';
import {answer, misused, withDesk} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';

const show = (call: Call, report: CheckReport): void => {
	const {say} = call;
	printRows(call, {
		head: [say('cli.check.kind'), say('cli.check.where'), say('cli.check.state'), ''],
		rows: report.findings.map(({kind, where, text, repaired}) => [
			kind,
			where,
			repaired ? 'repaired' : 'open',
			text,
		]),
	});
	const {tickets, messages, mails, findings} = report;
	call.tell(say('cli.check.done', {tickets, messages, mails, findings: findings.length}));
};

/** Looks at every document and file of the data folder; `--repair` rebuilds what can be rebuilt. */
export const check: Command = {
	usage: '',
	summary: 'cli.check',
	flags: {repair: {type: 'boolean'}, json: {type: 'boolean'}},
	run: async call => {
		if (call.args.length > 0) return misused(call, call.say('cli.check-arguments'));
		return withDesk(call, async desk =>
			answer(call, await desk.check(isSet(call, 'repair')), report => {
				if (isSet(call, 'json')) printJson(call, report);
				else show(call, report);
				const isSound = report.findings.every(finding => finding.repaired);
				return isSound ? exitCode.done : exitCode.failed;
			}),
		);
	},
};
