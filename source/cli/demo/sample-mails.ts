import {fileURLToPath} from 'node:url';
import type {Desk} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import {readMaildir} from '../../mail/box/maildir.ts';
import {sampleAccounts} from './sample-desk.ts';
import {mailTime, shiftMail} from './shifted-mail.ts';

const folder = fileURLToPath(new URL('../../../data/demo/mail', import.meta.url));

/** Mails under way to the service at once: it reads them side by side and decides them in order. */
const inFlight = 24;

type Sample = {readonly raw: Uint8Array; readonly time: number};

/** The shipped mails, moved in time as one so that the newest is two minutes old. */
const samples = async (now: number): Promise<readonly Sample[]> => {
	const found: Sample[] = [];
	for await (const {raw} of readMaildir(folder)) {
		if (raw !== null) found.push({raw, time: mailTime(raw) ?? found.at(-1)?.time ?? 0});
	}
	const newest = Math.max(...found.map(({time}) => time));
	const shift = now - 2 * 60_000 - newest;
	return found
		.map(({raw, time}) => ({raw: shiftMail(raw, shift), time: time + shift}))
		.sort((a, b) => a.time - b.time);
};

/** The mailbox a mail came to: the first of ours that its header names. */
const accountOf = (raw: Uint8Array): string => {
	const header = Buffer.from(raw.subarray(0, 4096)).toString('latin1').toLowerCase();
	const places = sampleAccounts
		.map(({id, address}) => ({id, at: header.indexOf(address)}))
		.filter(({at}) => at >= 0)
		.sort((a, b) => a.at - b.at);
	return places[0]?.id ?? 'support';
};

/** Takes the sample mails in, the way `raute receive` does. */
export const receiveSamples = async (
	desk: Desk,
	onProgress: (done: number, total: number) => void,
): Promise<Problem | null> => {
	const mails = await samples(Date.now());
	let done = 0;
	for (let start = 0; start < mails.length; start += inFlight) {
		const chunk = mails.slice(start, start + inFlight);
		const outcomes = await Promise.all(
			chunk.map(({raw, time}) =>
				desk.receive({
					raw,
					account: accountOf(raw),
					queue: null,
					receivedAt: new Date(time).toISOString(),
				}),
			),
		);
		const failed = outcomes.find(outcome => !outcome.ok);
		if (failed && !failed.ok) return failed.problem;
		done += chunk.length;
		onProgress(done, mails.length);
	}
	return null;
};
