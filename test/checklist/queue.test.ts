import {queue} from './chapter/queue.ts';
import {proveChapter} from './row.ts';

proveChapter(queue);
