import {work} from './chapter/work.ts';
import {proveChapter} from './row.ts';

proveChapter(work);
