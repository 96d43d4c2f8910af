import type {ImapFlow, SearchObject} from 'imapflow';
import type {Account} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {CountedMailbox, Mailbox} from '../mail.ts';
import {fetchDates, fetchMails} from './fetch.ts';
import {imapProblem} from './imap-problem.ts';
import {type Pace, slowestPace, whileMoving} from './progress.ts';
import {uidSet} from './uid-set.ts';
import {waitForNews} from './wait-for-news.ts';

/** UIDs of one STORE, MOVE or EXPUNGE: keeps command lines short for old servers. */
const settleChunk = 500;

const refused = (account: Account, text: string) =>
	fail('server-refused', {account: account.id, host: account.imap?.host ?? '', text});

type Asked = Parameters<Mailbox['search']>[0];

const queryFor = ({unseen, above, since}: Asked): SearchObject => {
	const alternatives: readonly SearchObject[] = [
		...(unseen ? [{seen: false}] : []),
		...(above === null ? [] : [{uid: `${above + 1}:*`}]),
	];
	const [only] = alternatives;
	const wanted =
		alternatives.length === 2 ? {or: [...alternatives]} : (only ?? {all: true as const});
	return since === null ? wanted : {...wanted, since};
};

/** `n:*` always names the last mail, however small its UID (RFC 9051 §9), so unseen is asked apart. */
const searchUids = async (client: ImapFlow, asked: Asked): Promise<readonly number[] | null> => {
	const found = await client.search(queryFor(asked), {uid: true});
	if (!Array.isArray(found)) return null;
	const {above} = asked;
	const lowOnes =
		above !== null && asked.unseen && found.some(uid => uid <= above)
			? await client.search(queryFor({...asked, above: null}), {uid: true})
			: [];
	if (!Array.isArray(lowOnes)) return null;
	const low = new Set(lowOnes);
	return found.filter(uid => above === null || uid > above || low.has(uid)).sort((a, b) => a - b);
};

const settleSome = async (
	client: ImapFlow,
	range: string,
	how: Parameters<Mailbox['settle']>[1],
): Promise<boolean> => {
	switch (how.kind) {
		case 'seen':
			return client.messageFlagsAdd(range, ['\\Seen'], {uid: true});
		case 'delete':
			return client.messageDelete(range, {uid: true});
		case 'move':
			return Boolean(await client.messageMove(range, how.folder, {uid: true}));
	}
};

/** The mailbox of a connected client, its folder selected. Throws what imapflow throws. */
export const openMailbox = async (
	client: ImapFlow,
	account: Account,
	pace: Pace = slowestPace,
): Promise<Mailbox & CountedMailbox> => {
	let selected = await client.mailboxOpen(account.folder);
	let {uidNext} = selected;
	let fresh = true;
	const can = (name: string) => client.capabilities.has(name);
	const gone = () => imapProblem(new Error('connection closed'), {account});
	/** Every failure is a value; imapflow answers `undefined` or `false` on a closed connection. */
	const guarded = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
		try {
			const result = client.usable ? await work() : gone();
			return result.ok || client.usable ? result : gone();
		} catch (error) {
			return imapProblem(error, {account});
		}
	};
	/** imapflow's own `uidNext` grows with every row it sees; ours stays what SELECT said. */
	const select = async () => {
		selected = await client.mailboxOpen(account.folder);
		uidNext = selected.uidNext;
	};
	return {
		get uidValidity() {
			return String(selected.uidValidity);
		},
		get uidNext() {
			return uidNext;
		},
		get exists() {
			return selected.exists;
		},
		canUidExpunge: can('UIDPLUS') || can('IMAP4rev2'),
		canMove: can('MOVE') || can('IMAP4rev2'),
		canIdle: can('IDLE') || can('IMAP4rev2'),
		search: asked =>
			guarded(async () => {
				if (!fresh) await select();
				fresh = false;
				const uids = await searchUids(client, asked);
				return uids === null ? refused(account, 'SEARCH') : ok(uids);
			}),
		fetch: (uids, options) =>
			guarded(() =>
				whileMoving(client, pace, async () => ok(await fetchMails(client, uids, options))),
			),
		dates: uids => guarded(async () => ok(await fetchDates(client, uids))),
		settle: (uids, how) =>
			guarded(async () => {
				if (how.kind === 'delete' && !can('UIDPLUS') && !can('IMAP4rev2')) {
					return refused(account, 'UID EXPUNGE');
				}
				for (let from = 0; from < uids.length; from += settleChunk) {
					const range = uidSet(uids.slice(from, from + settleChunk));
					if (!(await settleSome(client, range, how))) return refused(account, how.kind);
				}
				return ok(undefined);
			}),
		waitForNews: milliseconds => waitForNews(client, milliseconds),
		hasMessageId: (folder, messageId) =>
			guarded(async () => {
				fresh = false;
				await client.mailboxOpen(folder, {readOnly: true});
				const found = await client.search({header: {'Message-ID': messageId}}, {uid: true});
				await select();
				return Array.isArray(found) ? ok(found.length > 0) : refused(account, 'SEARCH');
			}),
		append: (folder, raw) =>
			guarded(async () => {
				const done = await client.append(folder, Buffer.from(raw), ['\\Seen']);
				return done ? ok(undefined) : refused(account, 'APPEND');
			}),
		close: async () => client.close(),
	};
};
