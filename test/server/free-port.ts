import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';

const listen = () =>
	new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => resolve(server));
	});

/** Loopback ports that were free a moment ago; all different. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
	const servers = await Promise.all(Array.from({length: count}, listen));
	const ports = servers.map(server => (server.address() as AddressInfo).port);
	await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
	return ports;
};
