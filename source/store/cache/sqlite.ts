import type {DatabaseSync} from 'node:sqlite';

const load = (): typeof import('node:sqlite') => {
	const {emitWarning} = process;
	// Node 22 warns on stderr that the module is experimental, which would land in the screen.
	process.emitWarning = (() => undefined) as typeof process.emitWarning;
	try {
		return process.getBuiltinModule('node:sqlite');
	} finally {
		process.emitWarning = emitWarning;
	}
};

/** Opens a database of `node:sqlite` without its ExperimentalWarning. Throws what SQLite throws. */
export const openDatabase = (path: string): DatabaseSync => new (load().DatabaseSync)(path);
