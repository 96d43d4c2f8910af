import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {Desk, Push} from '../../source/desk/desk.ts';
import {ok, type Result} from '../../source/domain/result.ts';
import {type ConnectOptions, connectDesk} from '../../source/service/client/client.ts';
import type {StartCommand} from '../../source/service/client/start-service.ts';
import {type RunningService, type ServeOptions, serve} from '../../source/service/server/serve.ts';
import {type FakeDesk, fakeDesk} from './fake-desk.ts';

/** A fresh folder that goes when the test is over. */
export const newFolder = async (t: TestContext): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-service-'));
	t.after(() => rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 100}));
	return folder;
};

export const taken = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(JSON.stringify(result.problem));
	return result.value;
};

const childCommand = (dataFolder: string, ...more: readonly string[]): StartCommand => ({
	file: process.execPath,
	args: [fileURLToPath(new URL('./fake-service-child.ts', import.meta.url)), dataFolder, ...more],
	env: process.env,
});

type Served = {
	readonly folder: string;
	readonly service: RunningService;
	readonly desk: FakeDesk;
	/** A connected client, by default as `anna`. */
	readonly connect: (options?: Partial<ConnectOptions>) => Promise<Result<Desk>>;
};

/** A service over a fake desk in this process. */
export const served = async (
	t: TestContext,
	options: Partial<ServeOptions> = {},
): Promise<Served> => {
	const folder = options.dataFolder ?? (await newFolder(t));
	const desk = fakeDesk(folder);
	const service = taken(
		await serve({
			dataFolder: folder,
			version: '1',
			openDesk: async () => ok(desk),
			log: () => undefined,
			signals: false,
			...options,
		}),
	);
	t.after(() => service.stop());
	return {
		folder,
		service,
		desk,
		connect: async more => {
			const client = await connectDesk({...clientOptions(folder), login: 'anna', ...more});
			if (client.ok) t.after(() => client.value.close());
			return client;
		},
	};
};

export const clientOptions = (dataFolder: string): ConnectOptions => ({
	dataFolder,
	version: '1',
	start: false,
	startCommand: childCommand(dataFolder),
});

/** Collects pushes; `until` resolves with the first one of this kind (and state), also a past one. */
export const pushesOf = (desk: Desk) => {
	const all: Push[] = [];
	desk.on(push => all.push(push));
	const until = async (wanted: (push: Push) => boolean): Promise<Push> => {
		for (;;) {
			const found = all.find(wanted);
			if (found) return found;
			await sleep(5);
		}
	};
	return {all, until};
};

export const isConnection = (state: string) => (push: Push) =>
	push.kind === 'connection' && push.state === state;
