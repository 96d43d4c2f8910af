// Takes one mail in and dies in the moment in which its ticket is on the disk.
import {randomUUID} from 'node:crypto';
import {createMailServer} from '../../../source/mail/server.ts';
import {createMailWriter} from '../../../source/mail/submit/compose.ts';
import {createMailReader} from '../../../source/mail/thread/read-in-worker.ts';
import {openDocumentStore} from '../../../source/store/document/open-document-store.ts';
import {must} from '../../result.ts';
import {addAccount} from '../room.ts';
import {freshLetter, openAutomatic, responding} from './automatic-room.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const clock = {now: () => Date.now(), newId: () => randomUUID()};
const log = () => undefined;
const store = must(await openDocumentStore({folder, clock, checkpoint: () => undefined, log}));
await addAccount(store, responding(Number(port)));
const {receiver, outbox} = openAutomatic({
	store,
	reader: createMailReader({size: 1}),
	server: createMailServer({dataFolder: folder}),
	writer: createMailWriter(),
	clock,
	checkpoint: name => {
		if (name === 'receive.committed') process.kill(process.pid, 'SIGKILL');
	},
	log,
	version: '0.0.0-test',
	dataFolder: folder,
});
outbox.start();
await receiver.receive({raw: Buffer.from(freshLetter('killed')), account: 'a', queue: null});
