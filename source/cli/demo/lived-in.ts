import {randomUUID} from 'node:crypto';
import type {Command, Desk, Row} from '../../desk/desk.ts';

const day = 24 * 60 * 60 * 1000;

type Deed = {readonly action: string; readonly input: unknown};

const status = (value: string): Deed => ({action: 'status', input: {status: value}});

/** What the colleagues have done with a ticket by now: the older, the more of it is finished. */
const deedsFor = (row: Row, index: number, now: number): readonly Deed[] => {
	const age = (now - Date.parse(row.updatedAt)) / day;
	if (/gewinn|lottery|casino|viagra|crypto|bitcoin/iu.test(row.subject))
		return [{action: 'spam', input: {}}];
	if (age > 12) return [{action: 'read', input: {}}, status('completed')];
	const read: readonly Deed[] = age > 1 ? [{action: 'read', input: {}}] : [];
	if (age > 6) return [...read, status(index % 3 === 0 ? 'waiting_customer' : 'completed')];
	if (index % 11 === 0) return [...read, status('clarify')];
	if (index % 7 === 0) return [...read, status('waiting_internal')];
	if (index % 5 === 0) return [...read, {action: 'prio', input: {on: true}}];
	return age > 2 && index % 2 === 0 ? [...read, status('open')] : read;
};

/** Lets the sample desk look worked at, so that every tab has something to show. */
export const workSamples = async (desk: Desk): Promise<void> => {
	const query = {tab: 'archive', sort: 'newest', filter: ''} as const;
	const list = await desk.window({query, from: 0, count: 1000});
	if (!list.ok) return;
	const now = Date.now();
	const commands = list.value.rows.flatMap((row, index): Command[] =>
		deedsFor(row, index, now).map(deed => ({id: randomUUID(), number: row.number, ...deed})),
	);
	for (let start = 0; start < commands.length; start += 100) {
		await desk.perform(commands.slice(start, start + 100));
	}
};
