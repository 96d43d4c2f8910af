import {fileURLToPath} from 'node:url';
import type {StartCommand} from '../../source/service/client/start-service.ts';

const child = fileURLToPath(new URL('./service-child.ts', import.meta.url));

/** Starts the service of the soak over a data folder. */
export const serviceCommand = (dataFolder: string): StartCommand => ({
	file: process.execPath,
	args: [child, dataFolder],
	env: process.env,
});

/** File beside the data folder that holds the process id of the newest service process. */
export const pidFile = (dataFolder: string): string => `${dataFolder}.pid`;
