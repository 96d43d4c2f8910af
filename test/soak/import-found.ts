import {randomBytes} from 'node:crypto';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {openDocumentStore} from '../../source/store/document/open-document-store.ts';
import type {Store} from '../../source/store/store.ts';

export type Found = {
	readonly tickets: number;
	readonly messages: number;
	readonly lost: readonly string[];
	readonly doubled: readonly string[];
	/** What the store's own check has to say. */
	readonly findings: readonly string[];
};

const openFresh = async (folder: string): Promise<Store> => {
	await rm(join(folder, 'cache'), {recursive: true, force: true});
	const opened = await openDocumentStore({
		folder,
		clock: {now: () => Date.now(), newId: () => randomBytes(9).toString('base64url')},
		checkpoint: () => undefined,
		log: () => undefined,
	});
	if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
	return opened.value;
};

/** Counts every mail over the documents alone: the cache is thrown away first. */
export const findMails = async (folder: string, ids: readonly string[]): Promise<Found> => {
	const store = await openFresh(folder);
	const times = new Map<string, number>(ids.map(id => [id, 0]));
	const identities = new Set<string>();
	const doubled: string[] = [];
	let messages = 0;
	for (const number of store.summaries().keys()) {
		const ticket = await store.ticket(number);
		for (const {messageId, origin} of ticket.ok ? ticket.value.messages : []) {
			messages += 1;
			times.set(messageId ?? '', (times.get(messageId ?? '') ?? 0) + 1);
			if (identities.has(origin?.identity ?? '')) doubled.push(messageId ?? '');
			identities.add(origin?.identity ?? '');
		}
	}
	const checked = await store.check({repair: true});
	const findings = checked.ok
		? checked.value.findings
				.filter(({kind}) => kind !== 'stray-file' && kind !== 'cache-differs')
				.map(({kind, where, text}) => `${kind}: ${where} ${text}`)
		: [checked.problem.name];
	const tickets = store.summaries().size;
	await store.close();
	return {
		tickets,
		messages,
		lost: [...times].filter(([, count]) => count === 0).map(([id]) => id),
		doubled: [...doubled, ...[...times].filter(([, count]) => count > 1).map(([id]) => id)],
		findings,
	};
};
