import type {PassReport} from '../domain/account/account.ts';
import type {Job} from '../domain/desk-document.ts';
import type {JobReport} from '../domain/job-report.ts';
import {problemNames} from '../domain/problem.ts';
import {sayProblemLine} from './problem.ts';
import type {Say, TextKey} from './say.ts';

/** When a job runs: `every 5 min`, `Monday 03:00`. */
export const sayJobTime = (say: Say, {kind, weekday, periodMinutes, startTime}: Job): string => {
	const time = kind === 'periodic' ? say('job.everyMinutes', {n: periodMinutes}) : startTime;
	return weekday === 0 ? time : `${say(`job.day${weekday}` as TextKey)} ${time}`;
};

/** Why an import pass failed, in one line. */
export const sayPassProblem = (say: Say, {account, problem}: PassReport): string => {
	const name = problemNames.find(known => known === problem?.name);
	const text = problem?.text ?? '';
	return name === undefined ? text : sayProblemLine(say, {name, details: {account, text}});
};

/** A difference of server and ledger, to be put behind a result; empty when there is none. */
export const sayDifference = (say: Say, {ledger}: Pick<PassReport, 'ledger'>): string =>
	ledger === undefined || ledger.missing === 0
		? ''
		: `; ! ${say('job.ledger', {onServer: ledger.onServer, missing: ledger.missing})}`;

/** What one pass brought, or why it failed. */
export const sayPass = (say: Say, pass: PassReport): string => {
	if (!pass.ok) return `! ${sayPassProblem(say, pass)}`;
	const {imported, followUps} = pass;
	return [say('job.result', {imported, followUps}), sayDifference(say, pass)].join('');
};

/** What a job's last run brought: the mails of all accounts, or the accounts that failed and why. */
export const sayJobResult = (say: Say, {passes, running, late}: JobReport): string => {
	const failed = passes.filter(pass => !pass.ok);
	const counts = passes.reduce(
		(sum, {imported, followUps}) => ({
			imported: sum.imported + imported,
			followUps: sum.followUps + followUps,
		}),
		{imported: 0, followUps: 0},
	);
	return [
		late ? say('job.late') : '',
		running ? say('job.running') : '',
		...failed.map(pass => `${pass.account}: ${sayPass(say, pass)}`),
		passes.length > 0 && failed.length === 0 ? say('job.result', counts) : '',
	]
		.filter(part => part !== '')
		.join(', ');
};

/** How long the last run took; empty when there was none. */
export const sayJobDuration = (say: Say, {durationMs}: Pick<JobReport, 'durationMs'>): string =>
	durationMs === null ? '' : say('job.seconds', {n: durationMs / 1000});
