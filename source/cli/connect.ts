import type {Desk} from '../desk/desk.ts';
import type {Result} from '../domain/result.ts';
import {connectDesk} from '../service/client/client.ts';
import type {Call} from './command.ts';
import {programVersion} from './program.ts';

export type Connect = {
	readonly dataFolder: string;
	readonly program: Call['program'];
	readonly start: boolean;
	/** Work as this agent; granted to root and to the service's own user alone. */
	readonly login?: string;
	/** For `status` and `stop`, which a service of any version answers. */
	readonly anyVersion?: boolean;
	/** Further arguments for the service that is started. */
	readonly serveArgs?: readonly string[];
};

/** The desk of a data folder over its service's socket. */
export const connect = ({
	dataFolder,
	program,
	serveArgs = [],
	...options
}: Connect): Promise<Result<Desk>> =>
	connectDesk({
		...options,
		dataFolder,
		version: programVersion(),
		startCommand: program(['serve', '--data', dataFolder, ...serveArgs]),
	});
