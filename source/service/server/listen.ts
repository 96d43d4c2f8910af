import {chmod, chown, rename, rm, stat} from 'node:fs/promises';
import {createServer, type Socket} from 'node:net';
import {runPaths} from '../run-folder.ts';
import {socketAddress} from '../socket-address.ts';

export type Listener = {
	/** Takes no new connections and removes the socket; open connections stay. */
	close(): Promise<void>;
};

/** A bound on clients, far above a desk's agents: a runaway script must not use up the descriptors. */
const mostConnections = 500;

/**
 * Listens on `run/desk.sock`. It is bound under another name and renamed into place when its mode is
 * right, which also replaces the stale socket of a killed service in one step. Only the owner of the
 * folder may call this. Mode 0660 and the group of `run`: who may connect is decided by that group.
 */
export const listen = async (
	dataFolder: string,
	onSocket: (socket: Socket) => void,
): Promise<Listener> => {
	const {folder, socket} = runPaths(dataFolder);
	const fresh = `${socket}.new`;
	await rm(fresh, {force: true});
	const address = await socketAddress(fresh);
	const server = createServer(onSocket);
	server.maxConnections = mostConnections;
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(address.path, resolve);
		});
	} finally {
		address.release();
	}
	try {
		const {gid} = await stat(folder);
		// An owner outside the group may not give the socket to it; `raute doctor` looks at the result.
		await chown(fresh, -1, gid).catch(() => undefined);
		await chmod(fresh, 0o660);
		await rename(fresh, socket);
	} catch (error) {
		// It would keep a process alive that has failed to start.
		server.close();
		throw error;
	}
	return {
		close: async () => {
			server.close();
			await rm(socket, {force: true});
		},
	};
};
