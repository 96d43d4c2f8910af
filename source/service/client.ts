import type {Desk} from '../desk/desk.ts';
import {ok, type Result} from '../domain/result.ts';
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

/** The desk's methods over a connection, one line each: name, arguments, bytes. */
const deskOver = (link: SteadyLink): Desk => {
	// The service answers each call with what the same method of its desk has answered.
	const ask = <Name extends DeskCall>(
		name: Name,
		args: readonly unknown[],
		bytes: Uint8Array | null = null,
	) => link.call(name, args, bytes) as ReturnType<Desk[Name]>;
	return {
		me: () => ask('me', []),
		window: request => ask('window', [request]),
		ticket: number => ask('ticket', [number]),
		perform: commands => ask('perform', [commands]),
		send: request => ask('send', [request]),
		search: (text, limit) => ask('search', [text, limit]),
		present: (number, writing) => ask('present', [number, writing]),

		createTicket: request => ask('createTicket', [request]),
		personalData: address => ask('personalData', [address]),
		eraseAddress: address => ask('eraseAddress', [address]),
		figures: since => ask('figures', [since]),

		raw: (number, message) => ask('raw', [number, message]),
		attachment: (number, message, index) => ask('attachment', [number, message, index]),
		html: (number, message) => ask('html', [number, message]),
		upload: (name, bytes) => ask('upload', [name], bytes),

		receive: ({raw, ...request}) => ask('receive', [request], raw),
		importNow: account => ask('importNow', [account]),
		outbox: () => ask('outbox', []),
		quarantine: () => ask('quarantine', []),
		retryIntake: id => ask('retryIntake', [id]),
		acceptIntake: id => ask('acceptIntake', [id]),
		intakeRaw: id => ask('intakeRaw', [id]),
		discardIntake: id => ask('discardIntake', [id]),

		saveAccount: account => ask('saveAccount', [account]),
		removeAccount: id => ask('removeAccount', [id]),
		discover: address => ask('discover', [address]),
		testAccount: (account, secret) => ask('testAccount', [account, secret]),
		saveSecret: (account, secret, kind = 'password') => ask('saveSecret', [account, secret, kind]),
		signIn: (account, way) => ask('signIn', [account, way]),
		signInState: account => ask('signInState', [account]),
		saveAgent: agent => ask('saveAgent', [agent]),
		removeAgent: login => ask('removeAgent', [login]),
		saveDesk: values => ask('saveDesk', [values]),
		saveItem: (list, item) => ask('saveItem', [list, item]),
		removeItem: (list, key, options) => ask('removeItem', [list, key, options ?? null]),
		orderItems: (list, keys) => ask('orderItems', [list, keys]),

		tryRules: request => ask('tryRules', [request]),

		jobs: () => ask('jobs', []),
		runJob: id => ask('runJob', [id]),
		stopImport: () => ask('stopImport', []),

		unsilence: address => ask('unsilence', [address]),

		status: () => ask('status', []),
		check: repair => ask('check', [repair]),
		snapshot: folder => ask('snapshot', [folder]),
		stop: () => ask('stop', []),

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
