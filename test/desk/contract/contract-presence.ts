import assert from 'node:assert/strict';
import {must} from '../../result.ts';
import {pushed, putTicket} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

export const contractPresence = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('others see who looks at a ticket and who writes, until he leaves or his client goes', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		const said = (viewing: readonly string[], writing: readonly string[]) =>
			pushed(
				ben,
				push =>
					push.kind === 'presence' &&
					push.number === number &&
					push.viewing.join() === viewing.join() &&
					push.writing.join() === writing.join(),
			);
		const looks = said(['anna'], []);
		must(await anna.present(number, false));
		await looks;
		const writes = said(['anna'], ['anna']);
		must(await anna.present(number, true));
		await writes;
		const query = {tab: 'inbox', sort: 'newest', filter: ''} as const;
		const openBy = async (desk: typeof ben) =>
			must(await desk.window({query, from: 0, count: 1})).rows[0]?.openBy;
		assert.deepEqual(await openBy(ben), ['anna']);
		assert.deepEqual(await openBy(anna), []);
		const goes = said([], []);
		await anna.close();
		await goes;
		assert.deepEqual(await openBy(ben), []);
	});

	it('an agent with two screens counts once, and stays while one of them stays', async room => {
		const number = await putTicket(room.store);
		const first = must(await room.as('anna'));
		const second = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		must(await first.present(number, false));
		must(await second.present(number, false));
		const query = {tab: 'inbox', sort: 'newest', filter: ''} as const;
		const openBy = async () => must(await ben.window({query, from: 0, count: 1})).rows[0]?.openBy;
		assert.deepEqual(await openBy(), ['anna']);
		must(await second.present(null, false));
		assert.deepEqual(await openBy(), ['anna']);
		must(await first.present(null, false));
		assert.deepEqual(await openBy(), []);
	});
};
