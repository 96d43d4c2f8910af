import type {Desk} from '../../desk/desk.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {StartCommand} from './start-service.ts';
import {SteadyLink} from './steady-link.ts';

export type ConnectOptions = {
	readonly dataFolder: string;
	readonly version: string;
	/** Whether a missing service may be started. */
	readonly start: boolean;
	readonly startCommand: StartCommand;
	/** Work as this agent; granted to root and to the service's own user. Default: one's own login. */
	readonly login?: string;
	/** Connect to a service of another version too: only `status` and `stop` are answered then. */
	readonly anyVersion?: boolean;
	/** How long a call waits for a lost or silent service, in milliseconds. Default 30 s. */
	readonly waitMs?: number;
	/** How long to wait for a started service, in milliseconds. Default 3 minutes. */
	readonly startMs?: number;
};

type DeskCall = Exclude<keyof Desk, 'on' | 'close'>;

/** The calls whose arguments travel as they are. */
const plainCalls = [
	'me',
	'window',
	'ticket',
	'perform',
	'send',
	'search',
	'present',
	'createTicket',
	'personalData',
	'eraseAddress',
	'figures',
	'raw',
	'attachment',
	'html',
	'importNow',
	'outbox',
	'quarantine',
	'retryIntake',
	'acceptIntake',
	'intakeRaw',
	'discardIntake',
	'saveAccount',
	'removeAccount',
	'discover',
	'testAccount',
	'signIn',
	'signInState',
	'saveAgent',
	'removeAgent',
	'saveDesk',
	'saveItem',
	'orderItems',
	'tryRules',
	'jobs',
	'runJob',
	'stopImport',
	'unsilence',
	'status',
	'check',
	'snapshot',
	'stop',
] as const satisfies readonly DeskCall[];

type PlainCalls = Pick<Desk, (typeof plainCalls)[number]>;

/** The desk's methods over a connection: name, arguments, bytes. */
const deskOver = (link: SteadyLink): Desk => {
	// The service answers each call with what the same method of its desk has answered.
	const ask = <Name extends DeskCall>(
		name: Name,
		args: readonly unknown[],
		bytes: Uint8Array | null = null,
	) => link.call(name, args, bytes) as ReturnType<Desk[Name]>;
	const plain = Object.fromEntries(
		plainCalls.map(name => [name, (...args: readonly unknown[]) => ask(name, args)]),
	) as unknown as PlainCalls;
	return {
		...plain,
		upload: (name, bytes) => ask('upload', [name], bytes),
		receive: ({raw, ...request}) => ask('receive', [request], raw),
		saveSecret: (account, secret, kind = 'password') => ask('saveSecret', [account, secret, kind]),
		removeItem: (list, key, options) => ask('removeItem', [list, key, options ?? null]),
		on: listener => link.on(listener),
		close: async () => link.close(),
	};
};

/**
 * The desk of a data folder over its service's socket. When the service dies the client pushes
 * `connection` `lost`, reconnects (starting it where allowed), repeats unanswered calls and pushes
 * `back`; then everything on the screen is to be asked anew. `ended` is final. A service that lives
 * and gives no sign is `lost` with `service-busy`; calls get that problem when it lasts. Problems:
 * `service-missing`, `service-start-failed`, `service-version`, `not-an-agent`, `connection-lost`.
 */
export const connectDesk = async (options: ConnectOptions): Promise<Result<Desk>> => {
	const link = new SteadyLink({
		...options,
		start: options.start ? options.startCommand : null,
		login: options.login ?? null,
		anyVersion: options.anyVersion ?? false,
		waitMs: options.waitMs ?? 30_000,
	});
	const opened = await link.open();
	return opened.ok ? ok(deskOver(link)) : opened;
};
