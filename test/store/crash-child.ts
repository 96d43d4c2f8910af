import {ok} from '../../source/domain/result.ts';
import {openDocumentStore} from '../../source/store/document/open-document-store.ts';
import {must} from '../result.ts';
import {fixedClock, ticket} from './sample.ts';

/** Opens the store of a folder, begins one write, and kills itself at a named point of it. */
const [folder = '', point = '', work = ''] = process.argv.slice(2);

let armed = false;
const store = must(
	await openDocumentStore({
		folder,
		clock: fixedClock(),
		log: () => undefined,
		checkpoint: name => {
			if (armed && name === point) process.kill(process.pid, 'SIGKILL');
		},
	}),
);
// The first write into a new month syncs folders of its own.
if (work === 'create') must(await store.create('20261123', each => ticket(each)));
if (work === 'create') must(await store.remove('202611230001'));
armed = true;
if (work === 'create') await store.create('20261123', each => ticket(each));
else await store.change('202611230001', before => ok({...before, subject: 'neu'}));
process.stdout.write('acknowledged');
