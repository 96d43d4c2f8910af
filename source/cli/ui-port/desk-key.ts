import {createHash} from 'node:crypto';

/** Stands for a data folder in the names of files that are a person's own. */
export const deskKey = (dataFolder: string): string =>
	createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
