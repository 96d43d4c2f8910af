import {ok} from '../../domain/result.ts';
import type {JobCalls} from '../calls/job-calls.ts';
import type {Ask, Host} from '../host.ts';
import {jobReports, runJob} from '../import/job-report.ts';

/** The verbs around the schedules of the import. */
export const jobVerbs = (host: Host, ask: Ask): JobCalls => ({
	jobs: () => ask('tickets.read', caller => jobReports(host, caller)),
	runJob: id => ask('jobs', () => runJob(host, id)),
	stopImport: () =>
		ask('jobs', () => {
			host.loops.importer.halt();
			return ok(null);
		}),
});
