import type {Desk} from '../../source/desk/desk.ts';
import {connectDesk} from '../../source/service/client/client.ts';
import {takeOwnerLock} from '../../source/service/server/owner-lock.ts';
import {must} from '../result.ts';
import {serviceCommand} from './service-command.ts';
import {mailOf} from './work.ts';

const withDesk = async <T>(dataFolder: string, work: (desk: Desk) => Promise<T>): Promise<T> => {
	const desk = must(
		await connectDesk({
			dataFolder,
			version: 'soak',
			start: true,
			startCommand: serviceCommand(dataFolder),
			login: 'agent0',
		}),
	);
	try {
		return await work(desk);
	} finally {
		await desk.close();
	}
};

/** Hands in so many mails; gives back the numbers of their tickets. */
export const firstTickets = (dataFolder: string, count: number): Promise<readonly string[]> =>
	withDesk(dataFolder, async desk => {
		const numbers: string[] = [];
		for (let mail = 0; mail < count; mail++) {
			const raw = mailOf(`first-${mail}@soak.example`);
			const received = must(await desk.receive({raw, account: null, queue: null}));
			if (received.number) numbers.push(received.number);
		}
		return numbers;
	});

/**
 * Checks the data folder, ends the service and waits until it is gone; findings in words. Temp files
 * of killed writes are no fault: the repair removes them, and then nothing may be left to say.
 */
export const stopService = (dataFolder: string): Promise<readonly string[]> =>
	withDesk(dataFolder, async desk => {
		const first = must(await desk.check(true)).findings.filter(({kind}) => kind !== 'stray-file');
		const second = must(await desk.check(false)).findings;
		must(await desk.stop());
		must(await takeOwnerLock({dataFolder, waitMs: 30_000})).release();
		return [...first, ...second].map(({kind, where, text}) => `${kind}: ${where} ${text}`);
	});
