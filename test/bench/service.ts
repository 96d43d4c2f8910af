import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Desk, WindowRequest} from '../../source/desk/desk.ts';
import {sorts, tabs} from '../../source/domain/list/tab.ts';
import {connectDesk} from '../../source/service/client/client.ts';
import {stopService} from '../soak/driver.ts';
import {serviceCommand} from '../soak/service-command.ts';
import {makeTickets} from './make-tickets.ts';
import {measure, type Times, timesOf} from './percentile.ts';

/** Times in milliseconds. */
type ServiceFigures = {
	readonly tickets: number;
	/** From no service and no cache to the first answer, and again with the cache there. */
	readonly coldStart: number;
	readonly warmStart: number;
	/** A window of 60 rows: anywhere in any tab; and with a filter typed anew. */
	readonly window: Times;
	readonly filteredWindow: Times;
	readonly updatesPerSecond: number;
	readonly update: Times;
	/** From the call of one client to the push at another one. */
	readonly push: Times;
	readonly serviceMemoryMb: number;
};

const updateChild = fileURLToPath(new URL('./update-child.ts', import.meta.url));

const connect = async (dataFolder: string, login: string): Promise<Desk> => {
	const desk = await connectDesk({
		dataFolder,
		version: 'soak',
		login,
		start: true,
		startCommand: serviceCommand(dataFolder),
		startMs: 600_000,
	});
	if (!desk.ok) throw new Error(JSON.stringify(desk.problem));
	return desk.value;
};

const must = async <T>(call: Promise<{ok: true; value: T} | {ok: false}>): Promise<T> => {
	const result = await call;
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result.value;
};

const startTime = async (dataFolder: string): Promise<number> => {
	const started = performance.now();
	const desk = await connect(dataFolder, 'agent0');
	await must(desk.me());
	const milliseconds = performance.now() - started;
	await desk.close();
	return Math.round(milliseconds);
};

const request = (index: number, tickets: number, filter: string): WindowRequest => ({
	query: {
		tab: tabs[index % tabs.length]?.name ?? 'inbox',
		sort: sorts[index % sorts.length] ?? 'newest',
		filter,
	},
	from: (index * 7919) % tickets,
	count: 60,
});

const windowTimes = async (desk: Desk, tickets: number) => {
	const all = request(6, tickets, '');
	await must(desk.window(all));
	const window = await measure(400, index => must(desk.window(request(index, tickets, ''))));
	const filteredWindow = await measure(60, index =>
		must(desk.window({...request(6, tickets, `waage ${index}`), from: 0})),
	);
	return {window, filteredWindow};
};

const timesOfChild = async (child: ChildProcess): Promise<readonly number[]> => {
	const [milliseconds] = await once(child, 'message');
	return milliseconds;
};

const updateTimes = async (dataFolder: string, numbers: readonly string[], seconds: number) => {
	const children = Array.from({length: 8}, (_, index) =>
		fork(updateChild, [dataFolder, `agent${index}`, String(seconds), ...numbers], {
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		}),
	);
	const milliseconds = (await Promise.all(children.map(timesOfChild))).flat();
	return {
		update: timesOf(milliseconds),
		updatesPerSecond: Math.round(milliseconds.length / seconds),
	};
};

const pushTimes = async (writer: Desk, dataFolder: string, number: string): Promise<Times> => {
	const reader = await connect(dataFolder, 'agent1');
	await must(reader.ticket(number));
	const times = await measure(200, async index => {
		const {promise, resolve} = Promise.withResolvers<void>();
		const off = reader.on(push => {
			if (push.kind === 'ticket' && push.number === number) resolve();
		});
		const id = `push-${index}`;
		await Promise.all([
			promise,
			must(writer.perform([{id, number, action: 'prio', input: {on: index % 2 === 0}}])),
		]);
		off();
	});
	await reader.close();
	return times;
};

const figuresFor = async (dataFolder: string, tickets: number): Promise<ServiceFigures> => {
	const numbers = makeTickets({folder: dataFolder, count: tickets, seed: 7});
	const coldStart = await startTime(dataFolder);
	await stopService(dataFolder);
	const warmStart = await startTime(dataFolder);
	const desk = await connect(dataFolder, 'agent0');
	const windows = await windowTimes(desk, tickets);
	const push = await pushTimes(desk, dataFolder, numbers[0] ?? '');
	const spread = numbers.filter((_, index) => index % Math.ceil(tickets / 400) === 0);
	const updates = await updateTimes(dataFolder, spread, 5);
	const {memoryBytes} = await must(desk.status());
	await must(desk.stop());
	await desk.close();
	const serviceMemoryMb = Math.round(memoryBytes / 1_048_576);
	return {tickets, coldStart, warmStart, ...windows, ...updates, push, serviceMemoryMb};
};

/** Measures the service with real documents on a real disk, for each count of tickets. */
export const serviceBench = async (
	counts: readonly number[] = [10_000, 100_000],
): Promise<readonly ServiceFigures[]> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-bench-'));
	const figures: ServiceFigures[] = [];
	try {
		for (const tickets of counts) {
			const dataFolder = join(folder, String(tickets));
			await mkdir(dataFolder);
			figures.push(await figuresFor(dataFolder, tickets));
		}
		return figures;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
