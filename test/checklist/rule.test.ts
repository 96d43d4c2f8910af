import {rule} from './chapter/rule.ts';
import {proveChapter} from './row.ts';

proveChapter(rule);
