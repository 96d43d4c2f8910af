import {simpleParser} from 'mailparser';
import {parseMail} from '../../source/mail/parse.ts';
import {createMailReader} from '../../source/mail/read-in-worker.ts';

const words =
	'Bestellung Lieferung Rechnung Rückgabe Adresse Konto Gerät Ersatzteil Termin Garantie wegen und oder aber nicht noch'.split(
		' ',
	);

const paragraph = (seed: number, length: number): string =>
	Array.from({length}, (_, index) => words[(seed * 7 + index * 3) % words.length]).join(' ');

/** A mail of some 4.6 KB as offices send them: two alternatives, a quote, and every third with a file. */
const officeMail = (number: number): Buffer => {
	const text = [1, 2, 3].map(part => paragraph(number + part, 40)).join('\r\n\r\n');
	const quote = `> ${paragraph(number, 20)}\r\n> ${paragraph(number + 1, 20)}`;
	const page = text
		.split('\r\n\r\n')
		.map(part => `<p class="MsoNormal">${part}<o:p></o:p></p>`)
		.join('\r\n');
	const alternative = `--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n\r\nAm 02.03.2026 um 10:15 schrieb Support:\r\n${quote}\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>${page}<blockquote>${paragraph(number, 40)}</blockquote></body></html>\r\n--a--\r\n`;
	const file = `--m\r\nContent-Type: application/pdf; name="Rechnung ${number}.pdf"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(600, number).toString('base64')}\r\n`;
	return Buffer.from(
		`Received: from mx.kunde.example by mx.firma.example; Mon, 2 Mar 2026 10:15:00 +0100\r\nFrom: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <jm@kunde.example>\r\nTo: Support <support@firma.example>\r\nSubject: =?utf-8?Q?R=C3=BCckgabe_${number}?=\r\nDate: Mon, 2 Mar 2026 10:15:00 +0100\r\nMessage-ID: <${number}@kunde.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n${alternative}${number % 3 === 0 ? file : ''}--m--\r\n`,
	);
};

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
