const head = (subject: string, more: readonly string[]): string =>
	[
		'From: Fremder <fremd@kunde.example>',
		`Subject: ${subject}`,
		'Date: Mon, 2 Mar 2026 10:15:00 +0100',
		`Message-ID: <${subject.replaceAll(' ', '-')}@kunde.example>`,
		'MIME-Version: 1.0',
		...more,
		'',
		'',
	].join('\r\n');

const to = 'To: support@firma.example';

const largeFile = (): Buffer => {
	const line = `${'QUJD'.repeat(19)}\r\n`;
	const lines = Math.ceil((60 * 1024 * 1024) / 57);
	return Buffer.concat([
		Buffer.from(head('large file', [to, 'Content-Type: multipart/mixed; boundary=b'])),
		Buffer.from('--b\r\nContent-Type: text/plain\r\n\r\nAnbei.\r\n--b\r\n'),
		Buffer.from('Content-Type: application/zip; name=gross.zip\r\n'),
		Buffer.from('Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
		Buffer.from(line.repeat(lines)),
		Buffer.from('--b--\r\n'),
	]);
};

const longLine = (): Buffer =>
	Buffer.from(head('long line', [to]) + 'Waage klemmt '.repeat((5 * 1024 * 1024) / 13));

const manyRecipients = (): Buffer => {
	const all = Array.from(
		{length: 20_000},
		(_, index) => `Kunde ${index} <k${index}@kunde.example>`,
	);
	return Buffer.from(`${head('many recipients', [`To: ${all.join(',\r\n ')}`])}Hallo.\r\n`);
};

const manyParts = (): Buffer => {
	const part = (index: number) =>
		`--b\r\nContent-Type: text/plain; name="teil-${index}.txt"\r\n\r\nTeil ${index}\r\n`;
	const parts = Array.from({length: 1500}, (_, index) => part(index)).join('');
	return Buffer.from(
		`${head('many parts', [to, 'Content-Type: multipart/mixed; boundary=b'])}${parts}--b--\r\n`,
	);
};

const nestedTables = (): Buffer => {
	const open = '<table><tr><td>Zelle ';
	const body = `${open.repeat(1000)}${'</td></tr></table>'.repeat(1000)}`;
	return Buffer.from(head('nested tables', [to, 'Content-Type: text/html; charset=utf-8']) + body);
};

/** Mails that are large, deep or many in one respect, made when they are needed. */
export const hostileMails: Readonly<Record<string, () => Buffer>> = {
	'60 MB attachment': largeFile,
	'5 MB in one line': longLine,
	'20,000 recipients': manyRecipients,
	'1,500 parts': manyParts,
	'1,000 nested tables': nestedTables,
};
