import {responder} from './chapter/responder.ts';
import {proveChapter} from './row.ts';

proveChapter(responder);
