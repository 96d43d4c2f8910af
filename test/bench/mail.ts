import {simpleParser} from 'mailparser';
import {parseMail} from '../../source/mail/parse.ts';
import {createMailReader} from '../../source/mail/thread/read-in-worker.ts';
import {officeMail} from './office-mails.ts';

/** Mails per second of `work` over all mails. */
const rate = async (
	mails: readonly Buffer[],
	work: (mails: readonly Buffer[]) => Promise<unknown>,
): Promise<number> => {
	const start = performance.now();
	await work(mails);
	return (mails.length / (performance.now() - start)) * 1000;
};

const oneByOne =
	(work: (mail: Buffer) => Promise<unknown>) =>
	async (mails: readonly Buffer[]): Promise<void> => {
		for (const mail of mails) await work(mail);
	};

const line = (name: string, perSecond: number): string =>
	`${name.padEnd(52)}${Math.round(perSecond).toString().padStart(7)} mails/s`;

/** Prints how fast so many mails are read, beside the bare parser in the same run. */
export const mailBench = async (count = 2000): Promise<void> => {
	const mails = Array.from({length: count}, (_, index) => officeMail(index));
	const kilobytes = mails.reduce((sum, mail) => sum + mail.length, 0) / mails.length / 1024;
	const one = createMailReader({size: 1});
	const two = createMailReader({size: 2});
	const all = (reader: typeof one) => (list: readonly Buffer[]) =>
		Promise.all(list.map(mail => reader.read(mail)));
	const bare = oneByOne(mail => simpleParser(mail));
	const light = oneByOne(mail =>
		simpleParser(mail, {skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true}),
	);
	const whole = oneByOne(mail => parseMail(mail));
	for (const work of [bare, light, whole, all(one), all(two)]) await work(mails);
	console.log(`Reading mails of ${kilobytes.toFixed(1)} KB`);
	console.log(line('simpleParser, its defaults, this thread', await rate(mails, bare)));
	console.log(line('simpleParser, conversions off, this thread', await rate(mails, light)));
	console.log(line('parseMail, this thread', await rate(mails, whole)));
	console.log(line('mail reader, one worker thread', await rate(mails, all(one))));
	console.log(line('mail reader, two worker threads', await rate(mails, all(two))));
	await Promise.all([one.close(), two.close()]);
};
