import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {connectDesk} from '../../source/service/client/client.ts';
import {type JourneyTerminal, startTerminal} from '../program/terminal.ts';
import {makeTickets} from './make-tickets.ts';
import {type KeyFigures, pressAtRest, untilRest} from './screen-keys.ts';
import {residentMb} from './screen-memory.ts';
import {type MuttFigures, muttFigures, muttIsThere} from './screen-mutt.ts';

const launcher = join(import.meta.dirname, '../../source/cli/raute');

type ScreenFigures = {
	readonly tickets: number;
	/** Milliseconds from the start of `raute` to the first list: no cache and no service; no service; with one. */
	readonly firstListCold: number;
	readonly firstList: number;
	readonly firstListServed: number;
	/** At 120 columns: list and ticket side by side. */
	readonly move: KeyFigures;
	readonly scroll: KeyFigures;
	/** At 119 columns: the list alone, which is what mutt draws. */
	readonly moveAlone: KeyFigures;
	readonly scrollAlone: KeyFigures;
	readonly screenMb: number;
	readonly serviceMb: number;
	readonly mutt: MuttFigures | null;
};

type Place = {readonly home: string; readonly dataFolder: string};

const startScreen = ({home, dataFolder}: Place, columns: number): JourneyTerminal =>
	startTerminal({
		file: launcher,
		args: ['--data', dataFolder],
		columns,
		rows: 40,
		env: {
			PATH: process.env['PATH'],
			HOME: home,
			TERM: 'xterm-256color',
			LANG: 'de_DE.UTF-8',
			XDG_STATE_HOME: join(home, 'state'),
		},
	});

/** The service of the folder; asked over its socket, which any version answers. */
const withService = async (dataFolder: string, what: 'status' | 'stop'): Promise<number> => {
	const desk = await connectDesk({
		dataFolder,
		version: 'bench',
		anyVersion: true,
		start: false,
		startCommand: {file: '', args: [], env: {}},
	});
	if (!desk.ok) throw new Error(JSON.stringify(desk.problem));
	const status = await desk.value.status();
	if (what === 'stop') await desk.value.stop();
	await desk.value.close();
	return status.ok ? status.value.pid : 0;
};

const isRunning = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

const stopService = async (dataFolder: string): Promise<void> => {
	const pid = await withService(dataFolder, 'stop');
	const until = performance.now() + 30_000;
	while (isRunning(pid) && performance.now() < until) {
		await new Promise(resolve => setTimeout(resolve, 20));
	}
};

/** Opens the screen until a list is there; answers milliseconds, then quits. */
const timeToList = async (place: Place): Promise<number> => {
	const started = performance.now();
	const screen = startScreen(place, 120);
	await screen.waitFor(/^>.*\d{4}-\d{4}/mu, 300_000);
	const milliseconds = Math.round(performance.now() - started);
	await untilRest(screen, performance.now());
	screen.type('q');
	await screen.ended;
	return milliseconds;
};

const keysAt = async (place: Place, columns: number, count: number) => {
	const screen = startScreen(place, columns);
	try {
		await screen.waitFor(/^>/mu);
		await untilRest(screen, performance.now() + 500);
		// The archive holds all of them.
		screen.type('9');
		await untilRest(screen, performance.now() + 500);
		// The first keys are for the compiler of the JavaScript engine.
		await pressAtRest(screen, 'j', 5);
		await pressAtRest(screen, 'k', 5);
		const move = await pressAtRest(screen, 'j', Math.min(count, 28));
		screen.type('j'.repeat(40));
		await untilRest(screen, performance.now() + 500);
		const scroll = await pressAtRest(screen, 'j', count);
		return {move, scroll, memoryMb: residentMb(screen.pid)};
	} finally {
		screen.type('q');
		await screen.close();
	}
};

const figuresFor = async (
	place: Place,
	{tickets, keys}: {readonly tickets: number; readonly keys: number},
): Promise<ScreenFigures> => {
	makeTickets({folder: place.dataFolder, count: tickets, seed: 11});
	const firstListCold = await timeToList(place);
	await stopService(place.dataFolder);
	const firstList = await timeToList(place);
	const firstListServed = await timeToList(place);
	const both = await keysAt(place, 120, keys);
	const alone = await keysAt(place, 119, keys);
	const serviceMb = residentMb(await withService(place.dataFolder, 'status'));
	await stopService(place.dataFolder);
	const mutt = muttIsThere() ? await muttFigures(join(place.home, 'mutt'), {tickets, keys}) : null;
	return {
		tickets,
		firstListCold,
		firstList,
		firstListServed,
		move: both.move,
		scroll: both.scroll,
		moveAlone: alone.move,
		scrollAlone: alone.scroll,
		screenMb: both.memoryMb,
		serviceMb,
		mutt,
	};
};

/**
 * Measures the delivered program in a pseudo-terminal of 40 rows, and mutt over a mailbox of as many
 * mails beside it. `keys` is how many are pressed for each figure.
 */
export const screenBench = async (
	counts: readonly number[] = [10_000, 100_000],
	keys = 60,
): Promise<readonly ScreenFigures[]> => {
	const root = await mkdtemp(join(tmpdir(), 'raute-screen-'));
	const figures: ScreenFigures[] = [];
	try {
		for (const tickets of counts) {
			const home = join(root, String(tickets));
			const dataFolder = join(home, 'data');
			await mkdir(dataFolder, {recursive: true, mode: 0o700});
			figures.push(await figuresFor({home, dataFolder}, {tickets, keys}));
			await rm(home, {recursive: true, force: true});
		}
		return figures;
	} finally {
		await rm(root, {recursive: true, force: true});
	}
};
