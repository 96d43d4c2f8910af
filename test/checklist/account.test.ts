import {account} from './chapter/account.ts';
import {proveChapter} from './row.ts';

proveChapter(account);
