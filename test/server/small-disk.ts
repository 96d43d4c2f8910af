import {spawnSync} from 'node:child_process';
import {mkdtemp, open, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** A file system of its own that can be filled up. */
export type SmallDisk = {
	readonly path: string;
	/** Writes until there is no room left. */
	fill(): Promise<void>;
	free(): Promise<void>;
	dispose(): Promise<void>;
};

/** Why no small disk can be mounted here, or null when one can: the value of a test's `skip`. */
export const smallDiskMissing = (): string | null =>
	process.getuid?.() === 0 ? null : 'mounting a small tmpfs needs root';

const fill = async (path: string): Promise<void> => {
	const file = await open(path, 'w');
	for (const size of [65_536, 4096]) {
		const chunk = Buffer.alloc(size, 1);
		let room = true;
		while (room) {
			room = await file.write(chunk).then(
				() => true,
				() => false,
			);
		}
	}
	await file.close();
};

/** Mounts a tmpfs. Throws where that is not allowed. */
export const mountSmallDisk = async (megabytes: number): Promise<SmallDisk> => {
	const path = await mkdtemp(join(tmpdir(), 'raute-disk-'));
	const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path];
	const {status, stderr} = spawnSync('mount', options);
	if (status !== 0) throw new Error(`mount failed: ${stderr}`);
	const filler = join(path, 'filler');
	return {
		path,
		fill: () => fill(filler),
		free: () => rm(filler, {force: true}),
		dispose: async () => {
			spawnSync('umount', ['-l', path]);
			await rm(path, {recursive: true, force: true});
		},
	};
};
