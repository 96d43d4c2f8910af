/**
 * One import pass of a real desk: `import-child.ts FOLDER ACCOUNT-JSON` reports the time, the
 * processor time of all threads, and the memory ten times a second with how many mails were in.
 */
import {userInfo} from 'node:os';
import type {Account} from '../../source/domain/account/account.ts';
import {must} from '../result.ts';

/** The program as it is delivered; translating its threads' TypeScript would count otherwise. */
const built = (file: string): string => new URL(`../../.build/cli/${file}`, import.meta.url).href;
const {openRealDesk}: typeof import('../../source/cli/open-real-desk.ts') = await import(
	built('open-real-desk.js')
);
const {spareMemory}: typeof import('../../source/cli/spare-memory.ts') = await import(
	built('spare-memory.js')
);

// As the program does.
spareMemory();
const [dataFolder = '', accountJson = ''] = process.argv.slice(2);
const account: Account = JSON.parse(accountJson);
const log = () => undefined;
const opened = must(
	await openRealDesk({dataFolder, version: 'bench', log, localOutbox: null, onDamage: log}),
);
const desk = must(opened.desk.as(userInfo().username));
must(await desk.saveAccount(account));

const samples: Array<{readonly mails: number; readonly bytes: number}> = [];
let done = 0;
desk.on(push => {
	if (push.kind === 'import' && push.report === null) done = push.done;
});
const timer = setInterval(() => samples.push({mails: done, bytes: process.memoryUsage.rss()}), 100);
const cpu = process.cpuUsage();
const started = performance.now();
const [report] = must(await desk.importNow(account.id));
const milliseconds = performance.now() - started;
const {user, system} = process.cpuUsage(cpu);
const cpuMs = (user + system) / 1000;
clearInterval(timer);
if (!report?.ok) throw new Error(JSON.stringify(report));
await opened.desk.stop();
const mails = report.imported + report.followUps;
process.send?.(
	{
		mails,
		milliseconds,
		cpuMs,
		samples,
		mainMs: (process.threadCpuUsage().user + process.threadCpuUsage().system) / 1000,
	},
	() => process.disconnect(),
);
