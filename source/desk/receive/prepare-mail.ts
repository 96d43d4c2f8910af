import type {Account} from '../../domain/account/account.ts';
import type {Queue} from '../../domain/desk-document.ts';
import type {Origin} from '../../domain/message.ts';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {ReceiveRequest} from '../desk.ts';
import type {DeskParts} from '../parts.ts';
import {identityOf, readMail} from './read-mail.ts';

/** A mail to take in, and what its server said of it. */
export type Arriving = ReceiveRequest & {
	/** Where it lies on a server; left out for a mail that was handed in. */
	readonly place?: Origin['place'];
	/** ISO time of INTERNALDATE; now when left out. */
	readonly internalDate?: string;
	/** `raw` is the header of a mail that is too large to fetch. */
	readonly headerOnly?: boolean;
	/** Why no more than the header could be had: the mail goes to quarantine for this reason. */
	readonly unreadable?: string;
	/** The commit counts only after the caller's next `flush` of the store. */
	readonly defer?: boolean;
};

/** A mail stored and read, on its way to its commit. */
export type Prepared = {
	readonly request: Arriving;
	readonly account: Account | null;
	readonly queue: Queue | null;
	readonly raw: string;
	readonly mail: Result<ParsedMail>;
	readonly origin: Origin;
	readonly receivedAt: string;
	readonly notes: readonly string[];
};

const settingsFor = (
	{store}: DeskParts,
	request: Arriving,
): Result<{readonly account: Account | null; readonly queue: Queue | null}> => {
	const account =
		request.account === null
			? null
			: (store.accounts().find(document => document.account.id === request.account)?.account ??
				null);
	if (request.account !== null && account === null) {
		return fail('account-unknown', {account: request.account});
	}
	const {queues} = store.desk();
	const wanted = request.queue ?? account?.defaultQueue ?? null;
	const queue = queues.find(({label}) => label === wanted) ?? null;
	return request.queue !== null && queue === null
		? fail('queue-unknown', {queue: request.queue})
		: ok({account, queue});
};

/** Stores the raw bytes and reads them, side by side. */
export const prepareMail = async (
	parts: DeskParts,
	request: Arriving,
): Promise<Result<Prepared>> => {
	const settings = settingsFor(parts, request);
	if (!settings.ok) return settings;
	const {store, reader, clock} = parts;
	const {raw, place = null, internalDate, defer = false} = request;
	const headerOnly = request.headerOnly === true || raw.length > store.desk().maxMailBytes;
	const [stored, mail] = await Promise.all([
		store.putFile(raw, {defer}),
		readMail(reader, {raw, headerOnly}),
	]);
	if (!stored.ok) return stored;
	parts.checkpoint('receive.stored');
	const identity = mail.ok ? identityOf(mail.value, internalDate ?? null) : stored.value;
	return ok({
		request,
		...settings.value,
		raw: stored.value,
		mail:
			request.unreadable === undefined
				? mail
				: fail('mail-unreadable', {reason: request.unreadable}),
		origin: {account: request.account ?? '', identity, place},
		receivedAt: internalDate ?? new Date(clock.now()).toISOString(),
		notes: headerOnly ? ['note.too-large'] : [],
	});
};

/** Mails that share one of these are decided one after the other: two of a thread make one ticket. */
export const threadKeys = ({mail, origin}: Prepared): readonly string[] => {
	const identity = `${origin.account} ${origin.identity}`;
	if (!mail.ok) return [identity];
	const {messageId, inReplyTo, references, bounce} = mail.value;
	const ids = [messageId, inReplyTo, bounce?.of, ...references];
	return [identity, ...ids.filter(id => typeof id === 'string' && id !== '')] as string[];
};
