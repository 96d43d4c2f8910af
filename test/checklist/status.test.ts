import {status} from './chapter/status.ts';
import {proveChapter} from './row.ts';

proveChapter(status);
