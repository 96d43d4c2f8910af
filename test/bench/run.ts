/**
 * Measures: `npm run bench -- [store|service|mail|screen|intake] [--short]`, all of them when none is named. The
 * short form is for a look and for CI, with 1,000 tickets; figures to compare need the long one.
 */
import {importBench} from './import.ts';
import {intakeBench} from './intake.ts';
import {mailBench} from './mail.ts';
import type {Times} from './percentile.ts';
import {screenBench} from './screen.ts';
import type {KeyFigures} from './screen-keys.ts';
import {serviceBench} from './service.ts';
import {storeBench} from './store.ts';

type Bench = (short: boolean) => Promise<void>;

const text = (times: Times): string => `p50 ${times.p50} ms, p99 ${times.p99} ms`;

const line = (name: string, value: string): void => {
	console.log(`${name.padEnd(42)} ${value}`);
};

const service: Bench = async short => {
	for (const figures of await serviceBench(short ? [1000] : [10_000, 100_000])) {
		line(`${figures.tickets} tickets, start without a cache`, `${figures.coldStart} ms`);
		line('start with a cache', `${figures.warmStart} ms`);
		line('window of 60 rows', text(figures.window));
		line('window with a filter typed anew', text(figures.filteredWindow));
		line('8 clients, updates', `${figures.updatesPerSecond}/s, ${text(figures.update)}`);
		line('call of one client to push at another', text(figures.push));
		line('memory of the service', `${figures.serviceMemoryMb} MB`);
	}
};

const keys = ({echo, last, bytesPerKey}: KeyFigures): string =>
	last.p50 === echo.p50
		? `${text(last)}, ${bytesPerKey} bytes`
		: `${text(last)}, ${bytesPerKey} bytes; first burst ${text(echo)}`;

const screen: Bench = async short => {
	const counts = short ? [1000] : [10_000, 100_000];
	for (const figures of await screenBench(counts, short ? 10 : 60)) {
		line(`${figures.tickets} tickets, first list, no cache`, `${figures.firstListCold} ms`);
		line('first list, service not running', `${figures.firstList} ms`);
		line('first list, service running', `${figures.firstListServed} ms`);
		line('j moves, 120x40, ticket beside', keys(figures.move));
		line('j scrolls, 120x40, ticket beside', keys(figures.scroll));
		line('j moves, 119x40, list alone', keys(figures.moveAlone));
		line('j scrolls, 119x40, list alone', keys(figures.scrollAlone));
		line('memory of screen, service', `${figures.screenMb} MB, ${figures.serviceMb} MB`);
		const {mutt} = figures;
		if (mutt === null) line('mutt', 'is not installed (apt-get install mutt)');
		else {
			line('mutt, first list of its mbox', `${mutt.firstListMs} ms`);
			line('mutt, j moves, 120x40', keys(mutt.move));
			line('mutt, j scrolls, 120x40', keys(mutt.scroll));
			line('mutt, memory', `${mutt.memoryMb} MB`);
		}
	}
};

const mail: Bench = async short => {
	await mailBench(short ? 300 : 2000);
	const figures = await importBench(short ? 500 : 10_000);
	if (figures === null) return line('import', 'not measured: needs Dovecot');
	const {mails, kilobytes, bare, imported, ratio, cpu, memoryMb} = figures;
	console.log(`Importing ${mails} mails of ${kilobytes} KB from Dovecot`);
	line('imapflow and simpleParser, bare', `${bare.join(' and ')} mails/s, before and after`);
	line('import with every fsync', `${imported} mails/s, ${ratio} of the bare loop`);
	line('processor time a mail', `bare ${cpu.bare} ms, import ${cpu.imported} ms, all threads`);
	const {largest, slopePer1000} = memoryMb;
	line('memory while importing', `${largest} MB at most, ${slopePer1000} MB per 1000 mails`);
};

const intake: Bench = async () => {
	const figures = await intakeBench();
	if (figures === null) return line('intake', 'not measured: needs Dovecot');
	for (const {mail, intake: took, calls, keys: pressed} of figures) {
		line(`${mail}, ${took} ms`, `calls ${text(calls)}, max ${calls.max} ms`);
		line('', `keys ${text(pressed)}, max ${pressed.max} ms`);
	}
};

const benches: Readonly<Record<string, Bench>> = {
	store: short => storeBench(short ? [1000] : [10_000]),
	service,
	screen,
	mail,
	intake,
};

const words = process.argv.slice(2);
const short = words.includes('--short');
const asked = words.filter(word => !word.startsWith('--'));
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
	const bench = benches[name];
	if (!bench) {
		console.error(`bench: nothing named ${name}; there are ${Object.keys(benches).join(', ')}`);
		process.exitCode = 2;
		break;
	}
	const started = performance.now();
	console.log(`Bench ${name}${short ? ', short form' : ''}`);
	await bench(short);
	line('seconds', String(Math.round((performance.now() - started) / 1000)));
}
