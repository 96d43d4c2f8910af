import {randomUUID} from 'node:crypto';
import {setTimeout as wait} from 'node:timers/promises';
import type {Desk, OutboxItem} from '../../desk/desk.ts';

const unsent: ReadonlySet<OutboxItem['state']> = new Set(['queued', 'sending']);

const waiting = async (desk: Desk): Promise<readonly OutboxItem[]> => {
	const items = await desk.outbox();
	return items.ok ? items.value.filter(({state}) => unsent.has(state)) : [];
};

/**
 * Lets the mails go that wait to be called back: with the screen nobody is left who could, and the
 * service ends with it. Gives up after five seconds.
 */
export const sendWaiting = async (desk: Desk): Promise<void> => {
	const now = (await waiting(desk)).filter(({state}) => state === 'queued');
	await desk.perform(
		now.map(({number, message}) => ({
			id: randomUUID(),
			number,
			action: 'retrySend',
			input: {message},
		})),
	);
	for (let round = 0; round < 50 && (await waiting(desk)).length > 0; round++) await wait(100);
};
