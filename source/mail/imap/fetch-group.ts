import type {ImapFlow} from 'imapflow';
import type {Start} from './fetch-start.ts';
import {countRow} from './progress.ts';
import {refusalOf} from './refused.ts';
import {uidSet} from './uid-set.ts';

/** Bytes that one question may bring: it is held beside what is there already. */
const groupBytes = 16 * 1024 * 1024;
/** Longer ones come piece by piece. */
const longestRest = 4 * 1024 * 1024;

type Sizes = ReadonlyMap<number, number>;

const restOf = ({uid, bytes}: Start, sizes: Sizes): number => (sizes.get(uid) ?? 0) - bytes.length;

/** Neighbours that are asked for together: their starts are equally long, so one question fits all. */
const groupsOf = (starts: readonly Start[], sizes: Sizes): readonly (readonly Start[])[] => {
	const groups: Start[][] = [];
	let open: Start[] = [];
	let bytes = 0;
	for (const start of starts) {
		const rest = restOf(start, sizes);
		if (rest <= 0 || rest > longestRest) continue;
		const fits = open[0]?.bytes.length === start.bytes.length && bytes + rest <= groupBytes;
		if (!fits) {
			open = [];
			bytes = 0;
			groups.push(open);
		}
		open.push(start);
		bytes += rest;
	}
	return groups.filter(({length}) => length > 1);
};

const fetchGroup = async (
	client: ImapFlow,
	group: readonly Start[],
	{sizes, whole}: {readonly sizes: Sizes; readonly whole: Map<number, Uint8Array>},
): Promise<void> => {
	const starts = new Map(group.map(start => [start.uid, start.bytes]));
	const start = group[0]?.bytes.length ?? 0;
	// One byte more than the longest has: each is seen to end.
	const maxLength = Math.max(...group.map(one => restOf(one, sizes))) + 1;
	const query = {uid: true, source: {start, maxLength}};
	for await (const {uid, source} of client.fetch(uidSet([...starts.keys()]), query, {uid: true})) {
		countRow(client);
		const bytes = starts.get(uid);
		if (!source || !bytes || source.length >= maxLength) continue;
		if (start + source.length === sizes.get(uid)) whole.set(uid, Buffer.concat([bytes, source]));
	}
};

/**
 * The mails, whole, of which the server's size and the end of what it gave agree; many in one question,
 * because each costs the way to the server and back. The others are left out, to be asked for alone.
 * Throws what imapflow throws.
 */
export const fetchGroups = async (
	client: ImapFlow,
	starts: readonly Start[],
	sizes: Sizes,
): Promise<ReadonlyMap<number, Uint8Array>> => {
	const whole = new Map<number, Uint8Array>();
	for (const group of groupsOf(starts, sizes)) {
		await refusalOf(fetchGroup(client, group, {sizes, whole}));
	}
	return whole;
};
