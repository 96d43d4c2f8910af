import {addressKey} from '../../domain/address.ts';
import {type AutomaticRecord, countedTime} from '../../domain/automatic/cap.ts';
import type {Message} from '../../domain/message.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {localDay} from '../local-day.ts';
import type {DeskParts} from '../parts.ts';

const kinds: ReadonlySet<string | null> = new Set(['auto-responder', 'rule']);

const recordOf = (ticket: Ticket, message: Message): readonly AutomaticRecord[] => {
	const {direction, automatic, delivery, inReplyTo, receivedAt} = message;
	const [address] = delivery?.envelope.to ?? [];
	if (direction !== 'out' || address === undefined || !kinds.has(automatic)) return [];
	const answered = ticket.messages.find(one => one.messageId === inReplyTo);
	return [
		{
			answers: answered?.id ?? message.id,
			ticket: ticket.number,
			address,
			at: Date.parse(receivedAt),
			kind: automatic === 'rule' ? 'rule' : 'auto-responder',
		},
	];
};

/** Numbers of tickets that may hold an automatic mail of the last day: a mail came in, another went. */
const candidates = ({store, clock}: DeskParts): readonly string[] => {
	const start = clock.now() - countedTime;
	const day = localDay(start).replaceAll('-', '');
	const since = new Date(start).toISOString();
	return [...store.summaries().values()]
		.filter(({number, messages, updatedAt}) => {
			return messages > 1 && (number.slice(0, 8) >= day || updatedAt >= since);
		})
		.map(({number}) => number);
};

/** Addresses that are remembered before old ones are looked for. */
const enough = 2000;

/** The automatic mails of the last 24 hours: read from their tickets once, counted on from there. */
export type AutomaticWindow = {
	readonly load: () => Promise<void>;
	readonly sentTo: (address: string) => readonly AutomaticRecord[];
	readonly add: (record: AutomaticRecord) => void;
	/** The answer to this mail did not come to be. */
	readonly withdraw: (answers: string) => void;
};

export const createAutomaticWindow = (parts: DeskParts): AutomaticWindow => {
	const byAddress = new Map<string, readonly AutomaticRecord[]>();
	let loading: Promise<void> | null = null;

	let roomFor = enough;

	const keepThose = (wanted: (record: AutomaticRecord) => boolean): void => {
		for (const [key, records] of byAddress) {
			const kept = records.filter(wanted);
			if (kept.length === 0) byAddress.delete(key);
			else byAddress.set(key, kept);
		}
	};

	/** Forgets what is older than a day, each time when the list has doubled. */
	const prune = (oldest: number): void => {
		if (byAddress.size < roomFor) return;
		keepThose(one => one.at > oldest);
		roomFor = Math.max(enough, byAddress.size * 2);
	};

	const add = (record: AutomaticRecord): void => {
		const key = addressKey(record.address);
		const oldest = parts.clock.now() - countedTime;
		const others = (byAddress.get(key) ?? []).filter(
			one => one.at > oldest && one.answers !== record.answers,
		);
		byAddress.set(key, [...others, record]);
		prune(oldest);
	};

	const load = async (): Promise<void> => {
		for (const number of candidates(parts)) {
			const ticket = await parts.store.ticket(number);
			if (!ticket.ok) continue;
			for (const message of ticket.value.messages) recordOf(ticket.value, message).forEach(add);
		}
	};

	return {
		load: () => {
			loading ??= load();
			return loading;
		},
		sentTo: address => byAddress.get(addressKey(address)) ?? [],
		add,
		withdraw: answers => keepThose(one => one.answers !== answers),
	};
};
