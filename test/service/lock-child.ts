import {takeOwnerLock} from '../../source/service/server/owner-lock.ts';

/** Tries to own a folder, says what came of it, and stays: `node lock-child.ts FOLDER WAIT_MS`. */
const [dataFolder = '', waitMs = '0'] = process.argv.slice(2);
const lock = await takeOwnerLock({dataFolder, waitMs: Number(waitMs)});
console.log(lock.ok ? 'owner' : lock.problem.name);
if (lock.ok) setTimeout(() => lock.value.release(), 30_000);
