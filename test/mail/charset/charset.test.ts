import assert from 'node:assert/strict';
import {test} from 'node:test';
import iconv from 'iconv-lite';
import {decodeText} from '../../../source/mail/charset/charset.ts';
import {decoderFor} from '../../../source/mail/charset/label.ts';

const german = 'Grüße aus Köln, 5 € — „schön“';

test('a true label is believed', () => {
	for (const [label, text] of [
		['windows-1252', german],
		['koi8-r', 'Где мой заказ?'],
		['gb18030', '您好，我的订单在哪里？'],
		['big5', '您好，我的訂單在哪裡？'],
		['euc-kr', '안녕하세요'],
		['shift_jis', 'こんにちは'],
		['euc-jp', 'こんにちは'],
		['cp437', 'Grüße'],
		['utf-16le', german],
	] as const) {
		assert.equal(decodeText(iconv.encode(text, label), label), text, label);
	}
});

test('labels are read in the spellings of mails', () => {
	for (const [label, name] of [
		['"UTF-8"', 'utf-8'],
		['utf8', 'utf-8'],
		['UTF_8', 'utf-8'],
		['iso8859-1', 'windows-1252'],
		['8859_15', 'iso-8859-15'],
		['win-1251', 'windows-1251'],
		['cp-1250', 'windows-1250'],
		['cp-850', 'cp850'],
		['KS_C_5601-1987', 'euc-kr'],
		['iso-gb2312', 'gb18030'],
		['cp932', 'shift_jis'],
		['cp50220', 'iso-2022-jp'],
		['latin-1', 'windows-1252'],
	] as const) {
		assert.equal(decoderFor(label)?.name, name, label);
	}
});

test('labels that say nothing, transfer encodings and nonsense are no charset', () => {
	for (const label of [
		'',
		'x-unknown',
		'unknown-8bit',
		'base64',
		'hex',
		'binary',
		'__proto__',
		'constructor',
		'foo',
	]) {
		assert.equal(decoderFor(label), null, label);
	}
});

test('without a label valid UTF-8 is UTF-8, and anything else windows-1252', () => {
	assert.equal(decodeText(Buffer.from(german), null), german);
	assert.equal(decodeText(iconv.encode(german, 'windows-1252'), null), german);
});

test('UTF-8 with one character cut in two stays UTF-8', () => {
	const cut = Buffer.from('Grüße, schöne Wörter, ü').subarray(0, -1);
	assert.equal(decodeText(cut, 'utf-8'), 'Grüße, schöne Wörter, \uFFFD');
});

test('windows-1252 under the label UTF-8 is recognised', () => {
	assert.equal(decodeText(iconv.encode(german, 'windows-1252'), 'utf-8'), german);
});

test('UTF-8 under a label of one or two bytes a letter is recognised', () => {
	const chinese = '您好，我的订单在哪里？谢谢';
	assert.equal(decodeText(Buffer.from(german), 'iso-8859-1'), german);
	assert.equal(decodeText(Buffer.from(chinese), 'gb2312'), chinese);
});

test('a byte order mark is believed before any label, and is not part of the text', () => {
	assert.equal(decodeText(Buffer.from(`\uFEFF${german}`, 'utf16le'), 'utf-8'), german);
	assert.equal(decodeText(Buffer.from(`\uFEFF${german}`), 'utf-8'), german);
});

test('no bytes are too odd to be text', () => {
	for (let round = 0; round < 300; round++) {
		const bytes = Buffer.from(
			Array.from({length: 40}, (_, index) => (round * 37 + index * index * 11) % 256),
		);
		for (const label of [null, 'utf-8', 'gb2312', 'iso-2022-jp', 'utf-7', 'big5', 'utf-16']) {
			assert.equal(typeof decodeText(bytes, label), 'string');
		}
	}
});
