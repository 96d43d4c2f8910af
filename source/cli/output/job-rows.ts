import type {Job} from '../../domain/desk-document.ts';
import type {JobReport} from '../../domain/job-report.ts';
import type {TextKey} from '../../language/say.ts';
import {longTime} from '../../language/when.ts';
import type {Call} from '../command.ts';
import {passProblem} from './pass-problem.ts';
import {printRows} from './rows.ts';

/** When a job runs: `every 5 min`, `Mon 03:00`. */
export const jobWhen = (
	{say}: Pick<Call, 'say'>,
	{kind, weekday, periodMinutes, startTime}: Job,
): string => {
	const time = kind === 'periodic' ? say('job.everyMinutes', {n: periodMinutes}) : startTime;
	return weekday === 0 ? time : `${say(`job.day${weekday}` as TextKey)} ${time}`;
};

/** What the last run brought: the mails of all accounts, or the accounts that failed and why. */
const resultOf = (call: Call, {passes, running, late}: JobReport): string => {
	const failed = passes.filter(pass => !pass.ok);
	const counts = passes.reduce(
		(sum, {imported, followUps}) => ({
			imported: sum.imported + imported,
			followUps: sum.followUps + followUps,
		}),
		{imported: 0, followUps: 0},
	);
	return [
		late ? call.say('job.late') : '',
		running ? call.say('job.running') : '',
		...failed.map(pass => `! ${pass.account}: ${passProblem(call, pass)}`),
		passes.length > 0 && failed.length === 0 ? call.say('job.result', counts) : '',
	]
		.filter(part => part !== '')
		.join(', ');
};

/** Schedules with their last and next run, a line each. */
export const printJobs = (call: Call, reports: readonly JobReport[]): void => {
	const {say, language} = call;
	const time = (at: string | null) => (at === null ? '-' : longTime(at, language));
	printRows(call, {
		head: (
			['id', 'name', 'when', 'active', 'last-run', 'next-run', 'duration', 'result'] as const
		).map(name => say(`cli.section.${name}`)),
		rows: reports.map(report => [
			report.job.id,
			report.job.name,
			jobWhen(call, report.job),
			report.job.active ? 'on' : 'off',
			time(report.lastRun),
			time(report.nextRun),
			report.durationMs === null ? '-' : say('job.seconds', {n: report.durationMs / 1000}),
			resultOf(call, report),
		]),
	});
};
