import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {Address} from '../../source/domain/address.ts';
import type {ParsedMail} from '../../source/domain/receive/parsed-mail.ts';
import {attachmentBytes, originalHtml, parseMail} from '../../source/mail/parse.ts';

/*
 * Every letter is a mail with one oddity, named after it. Its JSON says what must be read from it; what
 * the JSON leaves out must have the value of `usual`, or is not compared where `usual` has none; "*" is
 * anything.
 */
const folder = new URL('./letter/', import.meta.url);
const usual = {attachments: [], automatic: null, bounce: null, notes: []};
const never = /(?![\n\t])\p{Cc}|\p{Cs}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

const shown = ({name, address}: Address): string =>
	name === '' ? `<${address}>` : `${name} <${address}>`;

const view = (mail: ParsedMail): Record<string, unknown> => ({
	...mail,
	from: shown(mail.from),
	sender: mail.sender && shown(mail.sender),
	to: mail.to.map(shown),
	cc: mail.cc.map(shown),
	replyTo: mail.replyTo.map(shown),
	attachments: mail.attachments.map(({name, size}) => [name, size]),
	types: mail.attachments.map(({type}) => type),
	inline: mail.attachments.map(({inline}) => inline),
});

const stringsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

const letters = readdirSync(folder)
	.filter(name => name.endsWith('.eml'))
	.map(name => name.slice(0, -4));

for (const letter of letters) {
	const raw = readFileSync(new URL(`${letter}.eml`, folder));
	const expected: Record<string, unknown> = {
		...usual,
		...JSON.parse(readFileSync(new URL(`${letter}.json`, folder), 'utf8')),
	};

	test(`${letter} is read as its author meant it`, async () => {
		const mail = await parseMail(raw);
		const actual = view(mail);
		for (const [key, value] of Object.entries(expected)) {
			if (value !== '*') assert.deepEqual(actual[key], value, key);
		}
		for (const text of stringsIn(mail)) assert.doesNotMatch(text, never);
		for (const [index, attachment] of mail.attachments.entries()) {
			const bytes = await attachmentBytes(raw, index);
			assert.equal(bytes?.length, attachment.size);
			assert.equal(createHash('sha256').update(bytes).digest('hex'), attachment.sha256);
			assert.doesNotMatch(attachment.name, /^$|^\.|[/\\]/u);
		}
		assert.equal((await originalHtml(raw)) !== null, mail.hasHtml);
	});
}

test('every expectation belongs to a letter', () => {
	const expectations = readdirSync(folder).filter(name => name.endsWith('.json'));
	assert.deepEqual(
		expectations.map(name => name.slice(0, -5)),
		letters,
	);
	assert.ok(letters.length > 500);
});
