import type {ImapFlow} from 'imapflow';

/** What a server has to give while it is asked for mails. */
export type Pace = {
	/** Milliseconds. */
	readonly window: number;
	/** Bytes within each of them. */
	readonly bytes: number;
};

/** Slower than any line since modems: 25 MB take nearly four hours. */
export const slowestPace: Pace = {window: 60_000, bytes: 120 * 1024};

/** Mails that a server gave since; each counts as progress however short it is. */
const rowsOf = new WeakMap<ImapFlow, number>();

/** Tells that a row of a FETCH has come. */
export const countRow = (client: ImapFlow): void => {
	rowsOf.set(client, (rowsOf.get(client) ?? 0) + 1);
};

/**
 * Closes the connection when a server trickles: each byte of it keeps a socket from timing out, and a pass
 * would wait for one mail for days.
 */
export const whileMoving = async <T>(
	client: ImapFlow,
	{window, bytes}: Pace,
	work: () => Promise<T>,
): Promise<T> => {
	let received = client.stats().received;
	let rows = rowsOf.get(client) ?? 0;
	const timer = setInterval(() => {
		const now = client.stats().received;
		const nowRows = rowsOf.get(client) ?? 0;
		if (now - received < bytes && nowRows === rows && now > received) client.close();
		received = now;
		rows = nowRows;
	}, window);
	try {
		return await work();
	} finally {
		clearInterval(timer);
	}
};
