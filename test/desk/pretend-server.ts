import {fail, ok} from '../../source/domain/result.ts';
import type {Mailbox, MailServer} from '../../source/mail/mail.ts';
import {letter} from './mail-room.ts';

/** A mail server in memory: its mails by UID, what is flagged, and whether it can be reached. */
export type PretendServer = MailServer & {
	readonly seen: ReadonlySet<number>;
	/** Mails that are fetched from now on wait for the promise. */
	readonly hold: (until: Promise<unknown>) => void;
	readonly reach: (isThere: boolean) => void;
	readonly deliver: (count: number) => void;
};

export const pretendServer = (): PretendServer => {
	const seen = new Set<number>();
	let last = 0;
	let isThere = true;
	let held: Promise<unknown> = Promise.resolve();
	const uids = () => Array.from({length: last}, (_, index) => index + 1);
	const open = (): Mailbox => ({
		uidValidity: '1',
		get uidNext() {
			return last + 1;
		},
		get exists() {
			return last;
		},
		canUidExpunge: true,
		canMove: true,
		canIdle: true,
		search: async ({unseen, above}) =>
			ok(uids().filter(uid => (unseen && !seen.has(uid)) || (above !== null && uid > above))),
		fetch: async wanted => {
			await held;
			return ok(
				wanted.map(uid => ({
					uid,
					internalDate: '2026-11-23T10:00:00.000Z',
					size: 100,
					raw: new TextEncoder().encode(letter(`mail-${uid}`)),
					header: null,
				})),
			);
		},
		settle: async settled => {
			for (const uid of settled) seen.add(uid);
			return ok(undefined);
		},
		waitForNews: async () => 'idle',
		hasMessageId: async () => ok(false),
		append: async () => ok(undefined),
		close: async () => undefined,
	});
	return {
		open: async ({id}) =>
			isThere
				? ok(open())
				: fail('server-unreachable', {account: id, host: 'mail.test', text: 'ECONNREFUSED'}),
		submit: async () => fail('server-unreachable'),
		seen,
		hold: until => {
			held = until;
		},
		reach: now => {
			isThere = now;
		},
		deliver: count => {
			last += count;
		},
	};
};
