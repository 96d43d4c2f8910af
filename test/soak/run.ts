/**
 * Long runs that try to break promises: `npm run soak -- [store|import|fuzz|loop|old] [--short]`,
 * all of them when none is named. Prints figures line by line; the exit code is 1 when a promise was broken.
 */

import {dovecotMissing} from '../server/dovecot.ts';
import {prepareServers} from '../server/prepare-servers.ts';
import {fuzzSoak} from './fuzz.ts';
import {importSoak} from './import.ts';
import {runLoop} from './loop.ts';
import {importOldMails} from './old-mails.ts';
import {storeSoak} from './store.ts';

type Soak = (short: boolean) => Promise<readonly string[]>;

const line = (name: string, value: string | number): void => {
	console.log(`  ${name.padEnd(44)} ${value}`);
};

const store: Soak = async short => {
	const report = await storeSoak({short});
	const perSecond = (count: number): string => `${Math.round(count / report.seconds)}/s`;
	line('acknowledged comments, all looked for', report.acknowledged);
	line('acknowledged mails, all looked for', report.mails);
	line('acknowledged edits of fields', `${report.edits}, ${perSecond(report.edits)}`);
	line('comments a second, kills included', perSecond(report.acknowledged));
	line('tickets at the end', report.tickets);
	line('service processes killed with -9', report.kills);
	line('races of ten starters', report.races);
	for (const [name, count] of Object.entries(report.problems)) line(`answers: ${name}`, count);
	const {disk} = report;
	line('full disk', disk.skipped ? `not tried: ${disk.skipped}` : `${disk.refusals} refusals`);
	line('full disk, acknowledged', `${disk.acknowledged}, ${disk.acknowledgedAfter} afterwards`);
	line('control: losses of a plain JSON file', report.controlLosses);
	return report.failures;
};

const imports: Soak = async short => {
	prepareServers();
	const report = await importSoak({short});
	if (report.skipped !== null) {
		line('not tried', report.skipped);
		return process.env['CI'] === undefined ? [] : [`not tried: ${report.skipped}`];
	}
	line('mails delivered', report.mails);
	line('tickets at the end', report.tickets);
	line('importing processes killed with -9', report.kills);
	line('named crash points', report.checkpoints.length);
	line('mails that another client read meanwhile', report.readByOthers);
	line('lost', report.lost);
	line('doubled', report.doubled);
	line('undisturbed pass', `${report.mailsPerSecond} mails/s`);
	line('control: losses of the wrong order', report.controlLosses);
	line('control: processes killed', report.controlKills);
	return report.failures;
};

/** `--seed=N` repeats a run; without it the day decides, so that every day finds something else. */
const seedGiven = (): number => {
	const given = process.argv.find(word => word.startsWith('--seed='))?.slice('--seed='.length);
	return given === undefined ? Math.floor(Date.now() / 86_400_000) : Number(given);
};

const fuzz: Soak = async short => {
	const report = await fuzzSoak({short, seed: seedGiven()});
	line('seed', report.seed);
	line('mutated mails read', `${report.read}, ${report.perSecond}/s`);
	line('slowest, with those before it', `${Math.round(report.slowestMs)} ms`);
	for (const [name, count] of Object.entries(report.unreadable)) line(`unreadable: ${name}`, count);
	line('received into data folders', report.received);
	for (const [name, count] of Object.entries(report.results)) line(`received: ${name}`, count);
	return report.failures;
};

const loop: Soak = async short => {
	const seconds = short ? 5 : 60;
	const failures: string[] = [];
	for (const way of ['as sent', 'stripped'] as const) {
		const {sent, received} = await runLoop({seconds, way});
		line(`${way}: automatic mails of each side in ${seconds} s`, sent.join(', '));
		line(`${way}: handed on`, received);
		if (Math.max(...sent) > 1) failures.push(`${way}: more than one mail (${sent.join(', ')})`);
		if (sent[0] !== 1) failures.push(`${way}: the first mail was not answered`);
	}
	return failures;
};

const old: Soak = async short => {
	prepareServers();
	const missing = dovecotMissing();
	if (missing !== null) {
		line('not tried', missing);
		return process.env['CI'] === undefined ? [] : [`not tried: ${missing}`];
	}
	const counts = {old: short ? 500 : 10_000, fresh: 5};
	const {tickets, answered, reasons, mailsPerSecond} = await importOldMails(counts);
	line('old mails, auto-responder on', counts.old);
	line('tickets', tickets);
	line('answered', answered.join(', '));
	line('refused as too old', reasons['too-old'] ?? 0);
	line('import', `${mailsPerSecond} mails/s`);
	const wrong = answered.filter(address => !address.startsWith('new'));
	return [
		...wrong.map(address => `an old mail was answered: ${address}`),
		...(answered.length === counts.fresh ? [] : [`${answered.length} answers to ${counts.fresh}`]),
		...(tickets === counts.old + counts.fresh ? [] : [`${tickets} tickets`]),
	];
};

const soaks: Readonly<Record<string, Soak>> = {store, import: imports, fuzz, loop, old};

const words = process.argv.slice(2);
const short = words.includes('--short');
const asked = words.filter(word => !word.startsWith('--'));
const names = asked.length > 0 ? asked : Object.keys(soaks);

for (const name of names) {
	const soak = soaks[name];
	if (!soak) {
		console.error(`soak: no run named ${name}; there are ${Object.keys(soaks).join(', ')}`);
		process.exitCode = 2;
		break;
	}
	const started = performance.now();
	console.log(`Soak ${name}${short ? ', short form' : ''}`);
	const failures = await soak(short);
	for (const failure of failures.slice(0, 20)) console.log(`  BROKEN: ${failure}`);
	if (failures.length > 0) process.exitCode = 1;
	line('broken promises', failures.length);
	line('seconds', Math.round((performance.now() - started) / 1000));
}
