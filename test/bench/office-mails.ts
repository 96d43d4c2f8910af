const words =
	'Bestellung Lieferung Rechnung Rückgabe Adresse Konto Gerät Ersatzteil Termin Garantie wegen und oder aber nicht noch'.split(
		' ',
	);

const sentence = (seed: number, count: number): string =>
	Array.from({length: count}, (_, index) => words[(seed * 7 + index * 3) % words.length]).join(' ');

const paragraphs = (number: number, count: number): string =>
	Array.from({length: count}, (_, part) => sentence(number + part, 40)).join('\r\n\r\n');

const quoteOf = (number: number, lines: number): string =>
	[
		'Am 02.03.2026 um 10:15 schrieb Support:',
		...Array.from({length: lines}, (_, line) => `> ${sentence(number + line, 9)}`),
	].join('\r\n');

const pageOf = (text: string, number: number): string => {
	const body = text
		.split('\r\n\r\n')
		.map(part => `<p class="MsoNormal">${part}<o:p></o:p></p>`)
		.join('\r\n');
	return `<html><head><style>p.MsoNormal {margin: 0; font-family: Calibri}</style></head><body>${body}<blockquote>${sentence(number, 40)}</blockquote></body></html>`;
};

const header = (number: number, more: readonly string[]): string =>
	[
		'Return-Path: <jm@kunde.example>',
		'Received: from mx.kunde.example by mx.firma.example; Mon, 2 Mar 2026 10:15:00 +0100',
		`From: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <jm${number % 200}@kunde.example>`,
		'To: Support <support@firma.example>',
		`Subject: =?utf-8?Q?R=C3=BCckgabe_${number}?=`,
		'Date: Mon, 2 Mar 2026 10:15:00 +0100',
		`Message-ID: <${number}@kunde.example>`,
		'MIME-Version: 1.0',
		...more,
		'',
		'',
	].join('\r\n');

const asBase64 = (text: string | Buffer): string =>
	Buffer.from(text).toString('base64').replaceAll(/.{76}/gu, '$&\r\n');

const alternative = (number: number, text: string): string =>
	[
		'--a',
		'Content-Type: text/plain; charset=utf-8',
		'',
		`${text}\r\n\r\n${quoteOf(number, 2)}`,
		'--a',
		'Content-Type: text/html; charset=utf-8',
		'',
		pageOf(text, number),
		'--a--',
		'',
	].join('\r\n');

const withParts = (number: number, parts: readonly string[]): string =>
	header(number, ['Content-Type: multipart/mixed; boundary=m']) +
	[...parts.map(part => `--m\r\n${part}`), '--m--', ''].join('\r\n');

const attachment = (name: string, type: string, bytes: Buffer): string =>
	[
		`Content-Type: ${type}; name="${name}"`,
		'Content-Disposition: attachment',
		'Content-Transfer-Encoding: base64',
		'',
		asBase64(bytes),
	].join('\r\n');

type Kind = (number: number) => string;

const inAlternative = (number: number, text: string): string =>
	`Content-Type: multipart/alternative; boundary=a\r\n\r\n${alternative(number, text)}`;

/** What offices send: plain texts, HTML, both, files, answers of a thread, a machine's report. */
const kinds: readonly Kind[] = [
	number =>
		header(number, ['Content-Type: multipart/alternative; boundary=a']) +
		alternative(number, paragraphs(number, 5)),
	number =>
		withParts(number, [
			inAlternative(number, paragraphs(number, 4)),
			attachment(`Rechnung ${number}.pdf`, 'application/pdf', Buffer.alloc(600, number)),
		]),
	number =>
		header(number, [
			'Content-Type: text/plain; charset=utf-8',
			'Content-Transfer-Encoding: base64',
		]) + asBase64(`${paragraphs(number, 9)}\r\n\r\n${quoteOf(number, 4)}`),
	number =>
		header(number, ['Content-Type: text/html; charset=utf-8']) +
		pageOf(paragraphs(number, 11), number),
	number =>
		header(number, [
			'Content-Type: text/plain; charset=utf-8',
			`In-Reply-To: <${number - 1}@kunde.example>`,
			`References: <${number - 4}@kunde.example> <${number - 1}@kunde.example>`,
		]) + [paragraphs(number, 6), quoteOf(number, 30)].join('\r\n\r\n'),
	number =>
		header(number, ['Auto-Submitted: auto-generated', 'Content-Type: text/plain; charset=utf-8']) +
		paragraphs(number, 14),
];

/** The mail of this number, always the same; some 4.6 KB on average. */
export const officeMail = (number: number): Buffer =>
	Buffer.from(kinds[number % kinds.length]?.(number) ?? '');
