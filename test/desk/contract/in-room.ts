import {test} from 'node:test';
import type {Room} from '../room.ts';
import type {OpenRoom} from './contract.ts';

/** One test in a room of its own, which is closed whatever happens. */
export const inRoom =
	(where: string, open: OpenRoom) =>
	(title: string, body: (room: Room) => Promise<void>, fresh = false): void => {
		test(`${where}: ${title}`, {timeout: 30_000}, async () => {
			const room = await open(fresh);
			try {
				await body(room);
			} finally {
				await room.close();
			}
		});
	};
