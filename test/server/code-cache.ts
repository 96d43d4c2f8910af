import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Where the tests, and the programs that they start, share what Node has compiled. */
export const codeCache = join(tmpdir(), 'raute-test-code');
