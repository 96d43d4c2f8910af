import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {Directories} from './disk/directories.ts';
import type {Workshop} from './disk/workshop.ts';
import {readWhole} from './read-whole.ts';

/**
 * Copies a document that cannot be read to `quarantine/`, under a name with the hash of its content:
 * the same content is copied once, however often it is met. Rejects with the disk's error.
 */
export const copyToQuarantine = async (
	base: string,
	path: string,
	{workshop, directories}: {readonly workshop: Workshop; readonly directories: Directories},
): Promise<void> => {
	const content = await readWhole(join(base, path));
	const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
	const folder = join(base, 'quarantine');
	const name = `${path.replaceAll('/', '_').replace(/\.json$/u, '')}-${hash}.json`;
	await directories.ensure(folder);
	try {
		await workshop.write(join(folder, name), {content, create: true});
		await directories.sync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
};
