import assert from 'node:assert/strict';
import {hostname} from 'node:os';
import {test} from 'node:test';
import type {Outgoing} from '../../../source/mail/mail.ts';
import {createMailWriter} from '../../../source/mail/submit/compose.ts';

const writer = createMailWriter();
const plain: Outgoing = {
	messageId: '<1.abc@example.test>',
	from: {name: 'Käufer & Söhne', address: 'support@example.test'},
	to: [{name: 'Kim', address: 'kim@example.test'}],
	cc: [],
	subject: 'Re: Größe #202611240001',
	date: '2026-11-24T10:00:00.000Z',
	text: 'Grüße\n\n-- \nIhr Team\n',
	inReplyTo: '<q@example.test>',
	references: ['<p@example.test>', '<q@example.test>'],
	attachments: [],
	automatic: false,
};

const headerOf = async (mail: Outgoing): Promise<string> => {
	const raw = Buffer.from(await writer.compose(mail)).toString('latin1');
	return raw.slice(0, raw.indexOf('\r\n\r\n'));
};

test('a mail is plain UTF-8 text with our Message-ID and date, and names its thread', async () => {
	const header = await headerOf(plain);
	assert.match(header, /^Message-ID: <1\.abc@example\.test>$/imu);
	assert.match(header, /^Date: Tue, 24 Nov 2026 10:00:00 \+0000$/imu);
	assert.match(header, /^In-Reply-To: <q@example\.test>$/imu);
	assert.match(header, /^References: <p@example\.test> <q@example\.test>$/imu);
	assert.match(header, /^Content-Type: text\/plain; charset=utf-8$/imu);
	assert.doesNotMatch(header, /flowed|x-mailer|auto-submitted|bcc/iu);
	assert.ok(!header.includes(hostname()));
});

test('every line ends with CR LF', async () => {
	const raw = Buffer.from(await writer.compose(plain)).toString('latin1');
	assert.doesNotMatch(raw, /[^\r]\n/u);
});

test('a line end in any field starts no header of its own', async () => {
	const evil = 'x\r\nBcc: spy@example.test';
	const header = await headerOf({
		...plain,
		subject: evil,
		from: {name: evil, address: 'support@example.test'},
		to: [{name: evil, address: `kim@example.test\r\nBcc: spy@example.test`}],
		messageId: `<1@example.test>\r\nBcc: spy@example.test`,
		inReplyTo: `<2@example.test>\r\nBcc: spy@example.test`,
		references: [`<3@example.test>\nBcc: spy@example.test`],
		attachments: [{name: evil, type: 'text/plain\r\nBcc: spy', bytes: Buffer.from('x')}],
	});
	assert.doesNotMatch(header, /^bcc:/imu);
});

test('attachments keep their bytes and their names', async () => {
	const bytes = Buffer.from([0, 255, 13, 10, 10, 13]);
	const raw = Buffer.from(
		await writer.compose({
			...plain,
			attachments: [{name: 'Maß.bin', type: 'application/x', bytes}],
		}),
	).toString('latin1');
	assert.match(raw, /filename\*0\*=utf-8''Ma%C3%9F\.bin|=\?UTF-8\?/u);
	assert.ok(raw.includes(bytes.toString('base64')));
});

test('an automatic mail says so', async () => {
	assert.match(await headerOf({...plain, automatic: true}), /^Auto-Submitted: auto-replied$/mu);
});
