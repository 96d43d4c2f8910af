import {batch} from './chapter/batch.ts';
import {proveChapter} from './row.ts';

proveChapter(batch);
