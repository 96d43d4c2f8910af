/** A customer's mail; the number makes sender, subject, Message-ID and text its own. */
export const customerMail = (index: number): string =>
	[
		`From: Karla Kunde ${index} <karla${index}@kunde.example>`,
		'To: Support <support@firma.example>',
		`Subject: Rechnung ${index} stimmt nicht`,
		'Date: Mon, 23 Nov 2026 09:00:00 +0000',
		`Message-ID: <rechnung-${index}@kunde.example>`,
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=utf-8',
		'',
		'Guten Tag,',
		'',
		`auf der Rechnung ${index} steht eine Waage zu viel.`,
		'',
		`Karla Kunde ${index}`,
		'',
	].join('\n');

export const customerMails = (count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => customerMail(index + 1));
