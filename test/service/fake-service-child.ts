import {userInfo} from 'node:os';
import {ok} from '../../source/domain/result.ts';
import {serve} from '../../source/service/server/serve.ts';
import {fakeDesk} from './fake-desk.ts';

/** A service process over a fake desk: `node fake-service-child.ts FOLDER [VERSION]`. */
const [dataFolder = '', version = '1'] = process.argv.slice(2);

const service = await serve({
	dataFolder,
	version,
	openDesk: async () => ok(fakeDesk(dataFolder, ['anna', 'ben', userInfo().username])),
	log: line => console.log(line),
	lockWaitMs: 500,
	idleExitMs: 3000,
});
console.log(service.ok ? 'owner' : service.problem.name);
process.exitCode = service.ok ? 0 : service.problem.name === 'service-busy' ? 75 : 1;
await (service.ok ? service.value.ended : null);
