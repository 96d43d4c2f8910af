import {openDesk} from '../../../source/desk/open-desk.ts';
import {openDocumentStore} from '../../../source/store/document/open-document-store.ts';
import {must} from '../../result.ts';
import {fixedClock} from '../../store/sample.ts';
import {partsOver} from './move-room.ts';

/**
 * Opens the desk of a folder, performs one command, and kills itself when a named point is reached
 * for the n-th time.
 */
const [folder = '', point = '', times = '1', number = '', action = '', input = '{}'] =
	process.argv.slice(2);

let left = Number(times);
let armed = false;
const checkpoint = (name: string): void => {
	if (!armed || name !== point) return;
	left -= 1;
	if (left === 0) process.kill(process.pid, 'SIGKILL');
};
const clock = fixedClock();
const store = must(await openDocumentStore({folder, clock, checkpoint, log: () => undefined}));
const open = must(await openDesk(partsOver(store, clock, checkpoint)));
const desk = must(open.as('anna'));
armed = true;
const outcomes = await desk.perform([{id: 'c1', number, action, input: JSON.parse(input)}]);
process.stdout.write(JSON.stringify(outcomes));
await open.stop();
