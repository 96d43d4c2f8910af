import {open} from 'node:fs/promises';
import {type Disk, nodeDisk} from '../../source/store/document/disk.ts';

const failure = (code: string): Error => Object.assign(new Error(code), {code});

/** A disk whose next operation of one kind fails, once `break` was called. */
export const failingDisk = () => {
	let broken: {readonly operation: string; readonly code: string} | null = null;
	const guard = (operation: string): void => {
		if (broken?.operation === operation) throw failure(broken.code);
	};
	const disk: Disk = {
		...nodeDisk,
		rename: async (from, to) => {
			guard('rename');
			return nodeDisk.rename(from, to);
		},
		link: async (from, to) => {
			guard('link');
			return nodeDisk.link(from, to);
		},
		open: (async (...args: Parameters<typeof open>) => {
			const folder = args[1] === 'r';
			if (!folder) guard('open');
			const handle = await open(...args);
			const {sync, writeFile} = handle;
			handle.sync = async () => {
				guard(folder ? 'sync-folder' : 'sync');
				return sync.call(handle);
			};
			handle.writeFile = async (...content: Parameters<typeof writeFile>) => {
				guard('write');
				return writeFile.apply(handle, content);
			};
			return handle;
		}) as typeof open,
	};
	return {
		disk,
		break: (operation: string, code: string): void => {
			broken = {operation, code};
		},
		mend: (): void => {
			broken = null;
		},
	};
};
