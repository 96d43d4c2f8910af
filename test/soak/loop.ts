import {randomUUID} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Account} from '../../source/domain/account/account.ts';
import {
	type AutomaticRoom,
	freshLetter,
	openAutomatic,
	responding,
} from '../desk/automatic/automatic-room.ts';
import {type MailRoom, openMailRoom} from '../desk/mail-room.ts';
import {must} from '../result.ts';
import {type SinkMail, type SmtpSink, startSmtpSink} from '../server/smtp.ts';

/** How the mail of one desk reaches the other: as it was sent, or over a gateway that spoils it. */
export type Way = 'as sent' | 'stripped';

export type LoopReport = {
	/** Automatic mails that each desk sent. */
	readonly sent: readonly [number, number];
	/** Mails that were handed from one to the other, in turn with those of a person. */
	readonly received: number;
	readonly seconds: number;
};

type Side = {
	readonly sink: SmtpSink;
	readonly room: MailRoom;
	readonly desk: AutomaticRoom;
	readonly address: string;
};

const openSide = async (address: string, oncePerDay: boolean): Promise<Side> => {
	const sink = await startSmtpSink();
	const room = await openMailRoom();
	const account: Account = responding(sink.port, {address});
	await room.setAccount({...account, autoResponder: {...account.autoResponder, oncePerDay}});
	const desk = openAutomatic(room.parts);
	desk.outbox.start();
	return {sink, room, desk, address};
};

const closeSide = async ({sink, room, desk}: Side): Promise<void> => {
	await desk.end();
	await room.close();
	await sink.close();
};

/** What a bad gateway does: no sign of a program and no thread is left, every mail looks new. */
const spoiled = ({raw}: SinkMail): string => {
	const end = raw.indexOf('\r\n\r\n');
	const head = raw
		.slice(0, end)
		.replaceAll(
			/^(?:auto-submitted|x-loop|x-auto-response-suppress|in-reply-to|references|message-id|subject):.*(?:\r\n[ \t].*)*(?:\r\n|$)/gimu,
			'',
		)
		.trimEnd();
	const fresh = [`Message-ID: <${randomUUID()}@gateway.test>`, 'Subject: again'];
	return [head, ...fresh].join('\r\n') + raw.slice(end);
};

const take = async (side: Side, raw: string): Promise<void> => {
	must(await side.desk.receiver.receive({raw: Buffer.from(raw), account: 'a', queue: null}));
};

/** Hands on what has come to the sink of one desk since the last look. */
const handOn = async (from: Side, to: Side, {way, seen}: {way: Way; seen: number}) => {
	const fresh = from.sink.mails.slice(seen);
	for (const mail of fresh) await take(to, way === 'as sent' ? mail.raw : spoiled(mail));
	return seen + fresh.length;
};

/**
 * Two desks whose auto-responders answer each other over real SMTP. Somebody writes to the first one
 * from the address of the second, again and again.
 */
export const runLoop = async ({
	seconds,
	way,
	oncePerDay = true,
}: {
	readonly seconds: number;
	readonly way: Way;
	readonly oncePerDay?: boolean;
}): Promise<LoopReport> => {
	const one = await openSide('one@desk-one.test', oncePerDay);
	const two = await openSide('two@desk-two.test', oncePerDay);
	const end = performance.now() + seconds * 1000;
	let seen = [0, 0];
	let next = 0;
	let received = 0;
	try {
		while (performance.now() < end) {
			if (performance.now() > next) {
				next = performance.now() + 1000;
				const part = {from: two.address, to: one.address};
				await take(one, freshLetter(`seed-${randomUUID()}`, part));
			}
			const [first = 0, second = 0] = seen;
			seen = [
				await handOn(one, two, {way, seen: first}),
				await handOn(two, one, {way, seen: second}),
			];
			received = (seen[0] ?? 0) + (seen[1] ?? 0);
			await sleep(10);
		}
		return {sent: [one.sink.mails.length, two.sink.mails.length], received, seconds};
	} finally {
		await closeSide(one);
		await closeSide(two);
	}
};
