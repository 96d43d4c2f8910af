import type {PassReport} from '../../domain/account/account.ts';
import {sayDifference, sayPassProblem} from '../../language/job.ts';
import {type Call, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {printJson} from './json.ts';

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
		? `${line}${sayDifference(say, report)}`
		: `${line}, ${say('cli.import.failed', {text: sayPassProblem(call.say, report)})}`;
};

/** What import passes brought, a line per account. */
export const printPasses = (call: Call, reports: readonly PassReport[]): void => {
	if (isSet(call, 'json')) printJson(call, reports);
	else for (const report of reports) call.print(lineOf(call, report));
	if (reports.length === 0) call.tell(call.say('cli.import.none'));
};

/** The exit code of import passes: a server out of reach and a full disk have their own. */
export const passCode = (reports: readonly PassReport[]): number => {
	const failed = reports.filter(report => !report.ok);
	if (failed.length === 0) return exitCode.done;
	const names = failed.map(({problem}) => problem?.name ?? '');
	if (names.some(name => unreachable.has(name))) return exitCode.unavailable;
	return names.includes('disk-full') ? exitCode.tryAgain : exitCode.failed;
};
