import {stat} from 'node:fs/promises';
import {loginOf} from '../../service/server/login-of.ts';
import {answer, withDesk} from '../answer.ts';
import {type Call, isSet} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {cronLine} from '../output/cron-line.ts';
import {printJobs} from '../output/job-rows.ts';
import {printJson} from '../output/json.ts';
import {passCode, printPasses} from '../output/passes.ts';
import {unitFile} from '../output/unit-file.ts';
import {launcher} from '../program.ts';

/** The schedules with their last and next run. */
export const listJobs = (call: Call): Promise<number> =>
	withDesk(call, async desk =>
		answer(call, await desk.jobs(), reports => {
			if (isSet(call, 'json'))
				printJson(
					call,
					reports.map(({job, ...report}) => ({...job, ...report})),
				);
			else printJobs(call, reports);
		}),
	);

/** Runs one job's import now. */
export const runJob = (call: Call, [id = '']: readonly string[]): Promise<number> =>
	withDesk(call, async desk =>
		answer(call, await desk.runJob(id), passes => {
			printPasses(call, passes);
			return passCode(passes);
		}),
	);

/** Ends a running import after the mails that it is taking in. */
export const stopJob = (call: Call): Promise<number> =>
	withDesk(call, async desk =>
		answer(call, await desk.stopImport(), () => call.tell(call.say('cli.job.stopped'))),
	);

/** The user that owns the data folder, `raute` for one that is root's or not there yet. */
const ownerOf = async (dataFolder: string): Promise<string> => {
	const found = await stat(dataFolder).catch(() => null);
	return found === null || found.uid === 0 ? 'raute' : loginOf(found.uid);
};

/** Prints a systemd unit for the service, and for each active job the line for cron. */
export const printUnit = async (call: Call): Promise<number> => {
	const {dataFolder, print, say} = call;
	const user = await ownerOf(dataFolder);
	const place = {program: launcher(), dataFolder};
	const note = (text: string) => {
		for (const line of text.split('\n')) print(`# ${line}`);
	};
	note(say('cli.job.unit-how', {user}));
	for (const line of unitFile({...place, user, group: user}).split('\n')) print(line);
	print('');
	note(say('cli.job.cron-how'));
	const desk = await call.desk();
	const jobs = desk.ok ? await desk.value.jobs() : desk;
	if (desk.ok) await desk.value.close();
	const active = jobs.ok ? jobs.value.map(({job}) => job).filter(job => job.active) : [];
	for (const job of active) print(`# ${cronLine(job, place)}`);
	return exitCode.done;
};
