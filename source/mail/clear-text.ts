import {isIPv4} from 'node:net';
import type {ServerAddress} from '../domain/account/account.ts';

const isLoopback = (host: string): boolean =>
	host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** Whether the address asks for clear text over a network: passwords never go that way. */
export const clearTextRefused = (server: ServerAddress): boolean =>
	server.tls === 'none' && !isLoopback(server.host);
