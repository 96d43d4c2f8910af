import type {Job} from '../../domain/desk-document.ts';

/** One word of a shell, and no `%`: crontab(5) ends the line at it. */
const word = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`.replaceAll('%', '\\%');

/** The largest of these minutes that is not longer than the period: cron counts within an hour or a day. */
const steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440];

const minutesAndHours = ({kind, periodMinutes, startTime}: Job): string => {
	if (kind === 'daily') {
		const [hour = 0, minute = 0] = startTime.split(':').map(Number);
		return `${minute} ${hour}`;
	}
	const step = steps.findLast(one => one <= periodMinutes) ?? 1;
	if (step < 60) return step === 1 ? '* *' : `*/${step} *`;
	if (step === 1440) return '0 0';
	return step === 60 ? '0 *' : `0 */${step / 60}`;
};

/**
 * A line of crontab(5) that does what the job does, for who wants cron to ask for the import. A period
 * that does not divide the hour or the day becomes the next shorter one that does.
 */
export const cronLine = (
	job: Job,
	{program, dataFolder}: {readonly program: string; readonly dataFolder: string},
): string => {
	const day = job.weekday === 0 ? '*' : String(job.weekday);
	const command = `${word(program)} import --data ${word(dataFolder)} >/dev/null`;
	return `${minutesAndHours(job)} * * ${day} ${command}`;
};
