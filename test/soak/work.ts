/** What a working client of the soak reports at its end: the texts and mails it was promised. */
export type WorkReport = {
	/** Comments that were acknowledged. */
	readonly acknowledged: readonly string[];
	/** Comments that were refused with a problem that says that nothing was changed. */
	readonly refused: readonly string[];
	/** Message-IDs of acknowledged mails and the number that was given to each. */
	readonly mails: ReadonlyArray<readonly [messageId: string, number: string]>;
	/** Acknowledged edits of fields; they are counted, not looked for. */
	readonly edits: number;
	/** Problems by name. */
	readonly problems: Readonly<Record<string, number>>;
};

export const mailOf = (messageId: string): Uint8Array =>
	Buffer.from(
		[
			`From: Karla Kunde <karla@${messageId.replace(/\W/gu, '')}.example>`,
			'To: support@firma.example',
			`Subject: Mail ${messageId}`,
			'Date: Mon, 23 Nov 2026 09:00:00 +0000',
			`Message-ID: <${messageId}>`,
			'Content-Type: text/plain; charset=utf-8',
			'',
			`Die Waage zeigt ${messageId}.`,
			'',
		].join('\r\n'),
	);
