import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {programVersion} from '../../source/cli/program.ts';
import type {Desk} from '../../source/desk/desk.ts';
import type {Result} from '../../source/domain/result.ts';
import {connectDesk} from '../../source/service/client/client.ts';
import {type JourneyTerminal, startTerminal} from '../program/terminal.ts';
import {dovecotMissing, startDovecot} from '../server/dovecot.ts';
import {testPassword} from '../server/test-account.ts';
import {hostileMails} from './hostile-mails.ts';
import {makeTickets} from './make-tickets.ts';
import {type Times, timesOf} from './percentile.ts';
import {untilRest} from './screen-keys.ts';

type IntakeFigures = {
	readonly mail: string;
	/** Milliseconds from its delivery to the end of the pass. */
	readonly intake: number;
	/** A window of a list and a change of a ticket, over the socket. */
	readonly calls: Times & {readonly max: number};
	/** A key on the screen, until its first byte. */
	readonly keys: Times & {readonly max: number};
};

const must = async <T>(call: Promise<Result<T>>): Promise<T> => {
	const result = await call;
	if (!result.ok) throw new Error(JSON.stringify(result.problem));
	return result.value;
};

const withMax = (milliseconds: readonly number[]) => ({
	...timesOf(milliseconds),
	max: Number(Math.max(...milliseconds).toFixed(1)),
});

type Watch = {readonly desk: Desk; readonly number: string; readonly working: () => boolean};

/** Asks for a window and changes a ticket in turns, as a busy agent's screen does, while it works. */
const timeCalls = async ({desk, number, working}: Watch): Promise<readonly number[]> => {
	const milliseconds: number[] = [];
	for (let count = 0; working(); count += 1) {
		const started = performance.now();
		if (count % 2 === 0) {
			const query = {tab: 'archive', sort: 'newest', filter: ''} as const;
			await must(desk.window({query, from: (count * 61) % 900, count: 60}));
		} else {
			const id = `intake-${started}`;
			await must(desk.perform([{id, number, action: 'prio', input: {on: count % 4 === 1}}]));
		}
		milliseconds.push(performance.now() - started);
		await sleep(5);
	}
	return milliseconds;
};

/** Presses a key up to twenty times a second, and waits for the first byte that follows. */
const timeKeys = async (
	screen: JourneyTerminal,
	working: () => boolean,
): Promise<readonly number[]> => {
	const milliseconds: number[] = [];
	let heard: (() => void) | null = null;
	const off = screen.onBytes(() => heard?.());
	for (let count = 0; working() || count < 4; count += 1) {
		const pressed = performance.now();
		const echo = new Promise<void>(resolve => {
			heard = resolve;
		});
		screen.type(count % 2 === 0 ? 'j' : 'k');
		await Promise.race([echo, sleep(5000)]);
		milliseconds.push(performance.now() - pressed);
		await sleep(50);
	}
	off();
	return milliseconds;
};

const startScreen = (home: string, dataFolder: string): JourneyTerminal =>
	startTerminal({
		file: join(import.meta.dirname, '../../source/cli/raute'),
		args: ['--data', dataFolder],
		columns: 119,
		rows: 40,
		env: {
			PATH: process.env['PATH'],
			HOME: home,
			TERM: 'xterm-256color',
			LANG: 'de_DE.UTF-8',
			RAUTE_TEST_PASSWORD: testPassword,
		},
	});

/** Takes the mail in while calls and keys are timed. */
const takeIn = async (
	deliver: () => Promise<void>,
	{
		screen,
		desk,
		number,
		mail,
	}: Omit<Watch, 'working'> & {
		readonly screen: JourneyTerminal;
		readonly mail: string;
	},
): Promise<IntakeFigures> => {
	let isWorking = true;
	const working = () => isWorking;
	const watching = Promise.all([timeCalls({desk, number, working}), timeKeys(screen, working)]);
	const started = performance.now();
	await deliver();
	const intake = performance.now() - started;
	isWorking = false;
	const [calls, keys] = await watching;
	return {mail, intake: Math.round(intake), calls: withMax(calls), keys: withMax(keys)};
};

/**
 * Lets the delivered program take hostile mails in from a real Dovecot, and times a client's calls
 * and a screen's keys meanwhile; the first figures are those of a desk at rest. Null without Dovecot.
 */
export const intakeBench = async (): Promise<readonly IntakeFigures[] | null> => {
	if (dovecotMissing() !== null) return null;
	const home = await mkdtemp(join(tmpdir(), 'raute-intake-'));
	const dataFolder = join(home, 'data');
	const [number = ''] = makeTickets({folder: dataFolder, count: 1000, seed: 3});
	const server = await startDovecot();
	const screen = startScreen(home, dataFolder);
	try {
		await screen.waitFor(/^>/mu, 60_000);
		screen.type('9');
		await untilRest(screen, performance.now() + 500);
		// From the middle of the rows: at an end a key would change nothing.
		screen.type('jjj');
		await untilRest(screen, performance.now() + 500);
		const startCommand = {file: '', args: [], env: {}};
		const options = {dataFolder, version: programVersion(), start: false, startCommand};
		const desk = await must(connectDesk(options));
		await must(desk.saveDesk({maxMailBytes: 100 * 1024 * 1024}));
		await must(desk.saveAccount(server.account('support', 'none')));
		await must(desk.importNow('support'));
		const watch = {screen, desk, number};
		const figures = [await takeIn(() => sleep(2000), {...watch, mail: 'nothing'})];
		for (const [mail, make] of Object.entries(hostileMails)) {
			// As bytes: to encode 80 MB takes this process 80 ms, in which it could time nothing.
			const raw = Buffer.from(make());
			const deliver = async () => {
				await server.drop.deliver(raw);
				await must(desk.importNow('support'));
			};
			figures.push(await takeIn(deliver, {...watch, mail}));
		}
		await must(desk.stop());
		await desk.close();
		return figures;
	} finally {
		await screen.close();
		await server.dispose();
		await rm(home, {recursive: true, force: true, maxRetries: 10, retryDelay: 50});
	}
};
