import type {PassReport} from '../../domain/account/account.ts';
import {isProblemName} from '../../domain/problem.ts';
import {sayDifference, sayPassProblem} from '../../language/job.ts';
import {type Call, isSet} from '../command.ts';
import {exitCode, exitCodeOf} from '../exit-code.ts';
import {printJson} from './json.ts';

const lineOf = (call: Call, report: PassReport): string => {
	const {say} = call;
	const {account, imported, followUps, duplicates, skipped, quarantined} = report;
	const counts = {account, imported, followUps, duplicates, skipped, quarantined};
	const line = say('cli.import.pass', counts);
	return report.ok
		? `${line}${sayDifference(say, report)}`
		: `${line}, ${say('cli.import.failed', {text: sayPassProblem(call.say, report)})}`;
};

/** What import passes brought, a line per account. */
export const printPasses = (call: Call, reports: readonly PassReport[]): void => {
	if (isSet(call, 'json')) printJson(call, reports);
	else for (const report of reports) call.print(lineOf(call, report));
	if (reports.length === 0) call.tell(call.say('cli.import.none'));
};

const codeOf = ({problem}: PassReport): number => {
	const name = problem?.name ?? '';
	return isProblemName(name) ? exitCodeOf({name, details: {}}) : exitCode.failed;
};

/** The exit code of import passes: a server out of reach and a full disk have their own. */
export const passCode = (reports: readonly PassReport[]): number => {
	const codes = new Set(reports.filter(report => !report.ok).map(codeOf));
	if (codes.size === 0) return exitCode.done;
	const own = [exitCode.unavailable, exitCode.tryAgain].find(code => codes.has(code));
	return own ?? exitCode.failed;
};
