import {reply} from './chapter/reply.ts';
import {proveChapter} from './row.ts';

proveChapter(reply);
