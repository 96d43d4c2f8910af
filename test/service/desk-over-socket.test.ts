import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Desk} from '../../source/desk/desk.ts';
import {ok} from '../../source/domain/result.ts';
import {connectDesk} from '../../source/service/client/client.ts';
import {serve} from '../../source/service/server/serve.ts';
import {deskContract, type OpenRoom} from '../desk/contract/contract.ts';
import {openRoom} from '../desk/room.ts';
import {clientOptions, taken} from './room.ts';

/** The room of the contract with a service in it; its loops are not started there either. */
const openServedRoom: OpenRoom = async fresh => {
	const dataFolder = await mkdtemp(join(tmpdir(), 'raute-desk-'));
	const room = await openRoom(fresh);
	const service = taken(
		await serve({
			dataFolder,
			version: '1',
			openDesk: async () => ok({...room.open, start: () => undefined}),
			log: () => undefined,
			signals: false,
		}),
	);
	const clients: Desk[] = [];
	return {
		...room,
		as: async login => {
			const desk = await connectDesk({...clientOptions(dataFolder), login});
			if (desk.ok) clients.push(desk.value);
			return desk;
		},
		close: async () => {
			for (const desk of clients) await desk.close();
			await service.stop();
			await rm(dataFolder, {recursive: true, force: true});
		},
	};
};

deskContract('over the socket', openServedRoom);
