import type {Result} from '../../domain/result.ts';
import {clean} from '../../mail/clean.ts';
import {runPaths} from '../../service/run-folder.ts';
import {serviceLog} from '../../service/server/log.ts';
import {type RunningService, serve} from '../../service/server/serve.ts';
import {reportStart, startProblem} from '../../service/start-report.ts';
import type {Store} from '../../store/store.ts';
import {refuse} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {openRealDesk} from '../open-real-desk.ts';

/** A bug, too, is to reach who caused the start: the log may lie on a full disk. */
const reportBug = (error: unknown): void => {
	const text = error instanceof Error ? error.message : String(error);
	reportStart({name: 'service-start-failed', details: {text}});
};

/** Takes the folder and opens its desk. */
const begin = (call: Call): Promise<Result<RunningService>> => {
	const {dataFolder, version} = call;
	const write = serviceLog(runPaths(dataFolder).log, call.tell);
	const log = (line: string) => write(clean(line));
	let store: Store | null = null;
	// As after a crash: clients and systemd start the next one, which builds the cache anew.
	const onDamage = () => {
		log('the cache is damaged: the service ends, and builds it anew at its next start');
		process.exit(exitCode.failed);
	};
	return serve({
		dataFolder,
		version,
		log,
		endWithLastClient: isSet(call, 'endWithLastClient'),
		allowNetworkFileSystem: isSet(call, 'allowNetworkFileSystem'),
		stayAwake: () => (store?.accounts().length ?? 0) > 0,
		openDesk: async () => {
			const localOutbox = textFlag(call, 'localOutbox');
			const opened = await openRealDesk({dataFolder, version, log, localOutbox, onDamage});
			if (!opened.ok) return opened;
			store = opened.value.store;
			return {ok: true, value: opened.value.desk};
		},
	});
};

/** Its folder may be another service's by now: a connection that nobody closed keeps this one alive no longer. */
const endAnyway = (): void => {
	setTimeout(() => process.exit(exitCode.done), 5000).unref();
};

/**
 * The desk service in the foreground, for systemd; screens start it in the background, and hear from
 * it why it could not start.
 */
export const serveCommand: Command = {
	usage: '',
	summary: 'cli.serve',
	flags: {
		localOutbox: {type: 'string'},
		endWithLastClient: {type: 'boolean'},
		allowNetworkFileSystem: {type: 'boolean'},
	},
	run: async call => {
		process.on('uncaughtExceptionMonitor', reportBug);
		const service = await begin(call).catch((error: unknown) => {
			reportBug(error);
			throw error;
		});
		process.off('uncaughtExceptionMonitor', reportBug);
		if (!service.ok) {
			const problem = await startProblem(service.problem, call.dataFolder);
			reportStart(problem);
			return refuse(call, problem);
		}
		await service.value.ended;
		endAnyway();
		return exitCode.done;
	},
};
