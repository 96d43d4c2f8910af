import {createImporter} from '../../source/desk/import/import-loop.ts';
import type {Account} from '../../source/domain/account/account.ts';
import type {Ticket} from '../../source/domain/ticket.ts';
import {freshLetter, openAutomatic, responding} from '../desk/automatic/automatic-room.ts';
import {letter, openMailRoom} from '../desk/mail-room.ts';
import {must} from '../result.ts';
import {startDovecot} from '../server/dovecot.ts';
import {startSmtpSink} from '../server/smtp.ts';
import {until} from '../until.ts';

export type OldMailsReport = {
	readonly tickets: number;
	/** Addresses that got an automatic mail. */
	readonly answered: readonly string[];
	/** How often each reason against an answer stands in the tickets. */
	readonly reasons: Readonly<Record<string, number>>;
	readonly mailsPerSecond: number;
};

const day = 86_400_000;

/** Mails of two days ago to ten years ago; of every fourth only its own date says so. */
const oldMail = (index: number): {readonly raw: string; readonly receivedAt: Date} => {
	const written = new Date(Date.now() - (2 + (index % 3600)) * day);
	const raw = letter(`old-${index}`, {from: `old${index}@example.test`});
	return {
		raw: raw.replace(/^Date: .*$/mu, `Date: ${written.toUTCString()}`),
		receivedAt: index % 4 === 0 ? new Date() : written,
	};
};

const reasonsIn = (tickets: readonly Ticket[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const {history} of tickets)
		for (const {what, to = ''} of history)
			if (what === 'no-answer') counts[to] = (counts[to] ?? 0) + 1;
	return counts;
};

/**
 * Imports old mails and some of today from a real Dovecot into an account whose auto-responder is on,
 * and looks at what a real SMTP server got.
 */
export const importOldMails = async (
	{old, fresh}: {readonly old: number; readonly fresh: number},
	change: Partial<Account> = {},
): Promise<OldMailsReport> => {
	const dovecot = await startDovecot();
	const sink = await startSmtpSink();
	const room = await openMailRoom();
	const {smtp, autoResponder} = responding(sink.port);
	await room.setAccount({...dovecot.account('a', 'none'), smtp, autoResponder, ...change});
	const {receiver, outbox, end} = openAutomatic(room.parts);
	const importer = createImporter(room.parts, receiver, () => undefined);
	try {
		for (let index = 0; index < old; index += 1) {
			const {raw, receivedAt} = oldMail(index);
			await dovecot.drop.deliver(raw, {receivedAt});
		}
		for (let index = 0; index < fresh; index += 1)
			await dovecot.drop.deliver(freshLetter(`new-${index}`, {from: `new${index}@example.test`}));
		outbox.start();
		const started = performance.now();
		must(await importer.now('a'));
		const seconds = (performance.now() - started) / 1000;
		await until(() =>
			[...room.parts.store.summaries().values()].every(one => one.outbox.length === 0),
		);
		const tickets = await room.tickets();
		return {
			tickets: tickets.length,
			answered: sink.mails.flatMap(mail => mail.to).sort(),
			reasons: reasonsIn(tickets),
			mailsPerSecond: Math.round((old + fresh) / seconds),
		};
	} finally {
		await importer.stop();
		await end();
		await room.close();
		await sink.close();
		await dovecot.dispose();
	}
};
