import {importing} from './chapter/import.ts';
import {proveChapter} from './row.ts';

proveChapter(importing);
