import type {ChunkContext} from './import-chunk.ts';

/** Failed fetches of the same mails after which one of them is taken for the reason. */
const strikesUntilAlone = 2;

/** Which mails of a folder a server hung up at; it forgets nothing but with the process. */
export type HangUps = {
	/** The connection was lost while these were fetched. */
	readonly lost: (uids: readonly number[]) => void;
	/** Whether a mail has to be asked for alone, because the server may hang up at it. */
	readonly isSuspect: (uid: number) => boolean;
	/** The connection was lost at the header of this mail; how often so far. */
	readonly headerLost: (uid: number) => number;
	/** A pass went well. */
	readonly clear: () => void;
};

const createFolder = (): HangUps => {
	let suspects: ReadonlySet<number> = new Set();
	let strikes = 0;
	const headers = new Map<number, number>();
	return {
		lost: uids => {
			const again = uids.some(uid => suspects.has(uid));
			strikes = again ? strikes + 1 : 1;
			// Once they are asked for one by one, the others stay to be asked for so.
			if (!again || strikes <= strikesUntilAlone) suspects = new Set(uids);
		},
		isSuspect: uid => strikes >= strikesUntilAlone && suspects.has(uid),
		headerLost: uid => {
			const count = (headers.get(uid) ?? 0) + 1;
			headers.set(uid, count);
			return count;
		},
		clear: () => {
			suspects = new Set();
			strikes = 0;
			headers.clear();
		},
	};
};

/** The memory for every folder that is imported. */
export const createHangUps = (): ((place: ChunkContext['place']) => HangUps) => {
	const folders = new Map<string, HangUps>();
	return ({account, folder, uidValidity}) => {
		const key = JSON.stringify([account, folder, uidValidity]);
		const known = folders.get(key) ?? createFolder();
		folders.set(key, known);
		return known;
	};
};
