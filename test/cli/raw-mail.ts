import type {Room} from '../program/room.ts';

/** A raw mail of a person. */
export const rawMail = (
	id: string,
	{subject = 'Printer on fire', headers = []}: {subject?: string; headers?: readonly string[]} = {},
): string =>
	[
		'From: Kim Example <kim@example.test>',
		'To: support@desk.test',
		`Subject: ${subject}`,
		`Message-ID: <${id}@example.test>`,
		'Date: Mon, 23 Nov 2026 10:00:00 +0100',
		...headers,
		'',
		`Hello, this is mail ${id}.`,
		'',
	].join('\r\n');

/** Takes one mail in and answers its ticket's number. */
export const receiveOne = async (
	{raute}: Room,
	id: string,
	options: Parameters<typeof rawMail>[1] = {},
): Promise<string> => {
	const {out} = await raute(['receive'], rawMail(id, options));
	return out.trim().split(' ')[1] ?? '';
};
