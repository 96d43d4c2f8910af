// Mails at which the server hung up before, one by one.
import {intakeVersion} from '../../domain/receive/intake-document.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {FetchedMail} from '../../mail/mail.ts';
import type {ReceiveOutcome} from '../desk.ts';
import {type ChunkContext, fetchChunk, type Imported, type Received} from './import-chunk.ts';

const reason = 'connection-lost';

/** Tries at a header that ends the connection too, after which the mail is listed without one. */
const triesAtHeader = 2;

const quarantineUnseen = async (
	{parts, place}: ChunkContext,
	uid: number,
): Promise<Result<ReceiveOutcome>> => {
	const {account, folder, uidValidity} = place;
	const kept = await parts.store.putIntake({
		v: intakeVersion,
		id: parts.clock.newId(),
		kind: 'quarantined',
		reason,
		origin: {account, identity: '', place: {folder, uidValidity, uid}},
		raw: null,
		tries: triesAtHeader,
		at: new Date(parts.clock.now()).toISOString(),
	});
	return kept.ok ? ok({result: 'quarantined', number: null, messageId: null, reason}) : kept;
};

const quarantine = (
	{receiver, account, place}: ChunkContext,
	{uid, header, internalDate}: FetchedMail & {readonly header: Uint8Array},
): Promise<Result<ReceiveOutcome>> =>
	receiver.receive({
		raw: header,
		account: account.id,
		queue: null,
		place: {folder: place.folder, uidValidity: place.uidValidity, uid},
		internalDate,
		headerOnly: true,
		unreadable: reason,
	});

/** What a fetch of one mail alone came to. */
type Alone = {
	readonly mails: readonly FetchedMail[];
	/** What was put into quarantine instead, and the problem that ends the pass. */
	readonly received: Received | null;
};

const settled = (uid: number, outcome: Result<ReceiveOutcome>, failed: Result<never>): Received => {
	const done: readonly Imported[] = outcome.ok
		? [{uid, outcome: outcome.value, partial: true}]
		: [];
	return {done, failed: outcome.ok ? failed : outcome};
};

/**
 * Asks for a mail alone, for its header first: when the server hangs up at the mail, the header is put into
 * quarantine, so that the next pass goes on behind it.
 */
export const fetchSuspect = async (context: ChunkContext, uid: number): Promise<Alone> => {
	const {mailbox, hangUps} = context;
	const head = await mailbox.fetch([uid], {maxBytes: 0, headersOnly: true});
	if (!head.ok) {
		const isLast =
			head.problem.name === 'server-unreachable' && hangUps.headerLost(uid) >= triesAtHeader;
		const outcome = isLast ? await quarantineUnseen(context, uid) : head;
		return {mails: [], received: settled(uid, outcome, head)};
	}
	const whole = await fetchChunk(context, [uid]);
	if (whole.ok) return {mails: whole.value, received: null};
	const [first] = head.value;
	const lost = whole.problem.name === 'server-unreachable' && first?.header;
	const outcome = lost ? await quarantine(context, {...first, header: lost}) : whole;
	return {mails: [], received: settled(uid, outcome, whole)};
};
