import type {JobReport} from '../../domain/job-report.ts';
import {sayJobDuration, sayJobResult, sayJobTime} from '../../language/job.ts';
import {longTime} from '../../language/when.ts';
import type {Call} from '../command.ts';
import {printRows} from './rows.ts';

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
			sayJobTime(say, report.job),
			report.job.active ? 'on' : 'off',
			time(report.lastRun),
			time(report.nextRun),
			sayJobDuration(say, report) || '-',
			sayJobResult(say, report),
		]),
	});
};
