import {randomInt} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Account} from '../../source/domain/account/account.ts';
import type {Result} from '../../source/domain/result.ts';
import type {Mailbox} from '../../source/mail/mail.ts';
import {createMailServer} from '../../source/mail/server.ts';
import type {Dovecot} from '../server/dovecot.ts';

const server = createMailServer({dataFolder: '/nowhere', timeouts: {connect: 2000, socket: 5000}});
const words = 'rechnung lieferung waage kabel passwort termin angebot ersatzteil'.split(' ');

/** A mail of about 4 KB; every fifth answers the one before. */
const mailOf = (index: number): string =>
	[
		`From: Kunde ${index % 50} <kunde${index % 50}@soak.test>`,
		'To: support@example.test',
		`Subject: ${words[index % words.length]} ${index}`,
		`Message-ID: <${index}@soak.test>`,
		`Date: Mon, 23 Nov 2026 10:${String(index % 60).padStart(2, '0')}:00 +0000`,
		...(index % 5 === 4 ? [`In-Reply-To: <${index - 1}@soak.test>`] : []),
		'',
		...Array.from({length: 60}, (_, line) => `${words[(index + line) % words.length]} `.repeat(7)),
		'',
	].join('\r\n');

/** Delivers mails into the server's folder, each with a Message-ID of its own. */
export const createDeliveries = ({drop}: Dovecot) => {
	let delivered = 0;
	return {
		count: () => delivered,
		ids: () => Array.from({length: delivered}, (_, index) => `<${index}@soak.test>`),
		deliver: async (count: number) => {
			for (let mail = 0; mail < count; mail += 1) {
				await drop.deliver(mailOf(delivered));
				delivered += 1;
			}
		},
	};
};

const some = (uids: readonly number[], part: number): readonly number[] =>
	uids.filter(() => randomInt(100) < part);

/** Moves everything in the folder Done back, over a connection that sees what was just moved there. */
const bringBack = async (account: Account): Promise<Result<unknown>> => {
	const opened = await server.open({...account, folder: 'Done'});
	if (!opened.ok) return opened;
	const away = await opened.value.search({unseen: false, above: 0, since: null});
	const moved =
		away.ok && away.value.length > 0
			? await opened.value.settle(away.value, {kind: 'move', folder: 'INBOX'})
			: away;
	await opened.value.close();
	return moved;
};

/** One act of another client: reads a tenth, and moves some away and back, which gives new UIDs. */
const disturb = async (account: Account, mailbox: Mailbox): Promise<number> => {
	const found = await mailbox.search({unseen: true, above: null, since: null});
	const chosen = found.ok ? some(found.value, 10) : [];
	if (chosen.length === 0) return 0;
	await mailbox.settle(chosen, {kind: 'seen'});
	await mailbox.settle(chosen.slice(0, 3), {kind: 'move', folder: 'Done'});
	await bringBack(account);
	return chosen.length;
};

/** Another client that reads and moves mails until it is ended; survives a server that goes. */
export const startOtherClient = (account: Account) => {
	let running = true;
	let touched = 0;
	const work = async () => {
		while (running) {
			const opened = await server.open(account);
			if (opened.ok) {
				touched += await disturb(account, opened.value);
				await opened.value.close();
			}
			await sleep(30 + randomInt(100));
		}
	};
	const ended = work();
	return {
		touched: () => touched,
		end: async () => {
			running = false;
			await ended;
			let last = await bringBack(account);
			// The server has just been killed and started: it may not answer at once.
			for (let attempt = 0; attempt < 5 && !last.ok; attempt += 1) {
				await sleep(1000);
				last = await bringBack(account);
			}
			if (!last.ok) throw new Error(`mails are left in the folder Done: ${JSON.stringify(last)}`);
		},
	};
};
