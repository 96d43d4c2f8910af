import {type Disk, nodeDisk} from '../../source/store/document/disk/disk.ts';

const failure = (code: string): Error => Object.assign(new Error(code), {code});

/** A disk whose next operation of one kind fails, once `break` was called. */
export const failingDisk = () => {
	let broken: {readonly operation: string; readonly code: string} | null = null;
	const guard = (operation: string): void => {
		if (broken?.operation === operation) throw failure(broken.code);
	};
	/** Descriptors that were opened for a folder. */
	const folders = new Set<number>();
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
		open: async (path, flags, mode) => {
			const isFolder = flags === 'r';
			if (!isFolder) guard('open');
			const file = await nodeDisk.open(path, flags, mode);
			if (isFolder) folders.add(file);
			else folders.delete(file);
			return file;
		},
		write: async (file, content) => {
			guard('write');
			return nodeDisk.write(file, content);
		},
		sync: async file => {
			guard(folders.has(file) ? 'sync-folder' : 'sync');
			return nodeDisk.sync(file);
		},
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
