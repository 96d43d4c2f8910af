import {sayProblem} from '../../language/problem.ts';
import {clean} from '../../mail/clean.ts';
import {runPaths} from '../../service/run-folder.ts';
import {serviceLog} from '../../service/server/log.ts';
import {serve} from '../../service/server/serve.ts';
import type {Store} from '../../store/store.ts';
import {refuse} from '../answer.ts';
import {type Command, isSet, textFlag} from '../command.ts';
import {exitCode, exitCodeOf} from '../exit-code.ts';
import {openRealDesk} from '../open-real-desk.ts';

/**
 * The desk service in the foreground, for systemd; screens start it in the background. Its last line
 * on standard error says why it could not start: clients read it in `run/service.log`.
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
		const {dataFolder, version} = call;
		const write = serviceLog(runPaths(dataFolder).log, call.tell);
		const log = (line: string) => write(clean(line));
		let store: Store | null = null;
		// As after a crash: clients and systemd start the next one, which builds the cache anew.
		const onDamage = () => {
			log('the cache is damaged: the service ends, and builds it anew at its next start');
			process.exit(exitCode.failed);
		};
		const service = await serve({
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
		if (!service.ok && !process.stderr.isTTY) {
			// A client reads this line and adds what to do.
			call.tell(sayProblem(call.say, service.problem).what);
			return exitCodeOf(service.problem);
		}
		if (!service.ok) return refuse(call, service.problem);
		await service.value.ended;
		return exitCode.done;
	},
};
