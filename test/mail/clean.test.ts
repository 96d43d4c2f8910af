import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clean, cleanAddress, cleanLine, cleanResponse} from '../../source/mail/clean.ts';
import {seeded} from './seeded.ts';

const esc = '\u001B';
const csi = '\u009B';

const cases: ReadonlyArray<readonly [string, string, string]> = [
	['colour sequences are swallowed whole', `a${esc}[31;1mred${esc}[0m`, 'ared'],
	['a cursor move is swallowed whole', `x${esc}[2J${esc}[12;40Hy`, 'xy'],
	['a title is swallowed with its text', `a${esc}]0;owned\u0007b`, 'ab'],
	[
		'a link of OSC 8 leaves its visible text',
		`${esc}]8;;http://x.example${esc}\\click${esc}]8;;${esc}\\`,
		'click',
	],
	['a clipboard write is swallowed', `a${esc}]52;c;cm0gLXJm${esc}\\b`, 'ab'],
	['a device control string is swallowed', `a${esc}P+q544e${esc}\\b`, 'ab'],
	['an unfinished title ends with its line', `a${esc}]0;owned\nnext`, 'a\nnext'],
	['short escapes are swallowed', `a${esc}c${esc}(B${esc}=b`, 'ab'],
	['the 8-bit CSI is swallowed', `a${csi}31mb`, 'ab'],
	['the 8-bit OSC is swallowed', 'a\u009D0;owned\u009Cb', 'ab'],
	['a curly quote decoded twice loses no text', 'â€\u009D and more', 'â€ and more'],
	['NUL, BEL, BS and DEL go', 'a\0b\u0007c\bd\u007Fe', 'abcde'],
	[
		'CRLF, CR, form feed and line separators become LF',
		'a\r\nb\rc\fd\u2028e\u2029f',
		'a\nb\nc\nd\ne\nf',
	],
	['tabs and line ends stay', 'a\tb\nc', 'a\tb\nc'],
	[
		'bidi overrides, isolates and marks go',
		'a\u202Egnp.exe\u202C\u2066\u2069\u200F\u061Cb',
		'agnp.exeb',
	],
	['zero-width characters and soft hyphens go', 'pay\u200Bpal\u00AD\uFEFF\u2060', 'paypal'],
	['tag characters go', 'a\u{E0068}\u{E0069}b', 'ab'],
	['variation selectors go', '❤\uFE0F ☺\uFE0E', '❤ ☺'],
	['a family falls apart into its people', '👨\u200D👩\u200D👧', '👨👩👧'],
	['skin tones go', '👍🏽', '👍'],
	['a lone surrogate becomes the replacement character', 'a\uD800b', 'a\uFFFDb'],
	['a joiner inside a Persian word stays', 'می\u200Cخواهم', 'می\u200Cخواهم'],
	['a joiner inside a Latin word goes', 'pay\u200Dpal', 'paypal'],
	['towers of marks are cut', `e${'\u0301'.repeat(40)}`, `e${'\u0301'.repeat(8)}`],
];

for (const [title, input, expected] of cases) {
	test(title, () => assert.equal(clean(input), expected));
}

const scripts: Readonly<Record<string, string>> = {
	Latin: 'Grüße aus Łódź, Ðakovo und Nürnberg: 12,50 € (ç, ñ, ő)',
	Vietnamese: 'Xin chào, tôi cần trợ giúp với đơn hàng',
	Greek: 'Καλημέρα, η παραγγελία μου δεν ήρθε',
	Cyrillic: 'Здравствуйте, где мой заказ? Їжак',
	Hebrew: 'שלום, ההזמנה לא הגיעה',
	Arabic: 'مرحبا، لم يصل طلبي بعد',
	Persian: 'سلام، نمی\u200Cدانم کجاست',
	Devanagari: 'नमस्ते, मेरा ऑर्डर कहाँ है? क्\u200Dष',
	Bengali: 'নমস্কার, আমার অর্ডার কোথায়',
	Gurmukhi: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ',
	Gujarati: 'નમસ્તે, મારો ઓર્ડર',
	Tamil: 'வணக்கம், என் ஆர்டர் எங்கே',
	Telugu: 'నమస్కారం, నా ఆర్డర్',
	Kannada: 'ನಮಸ್ಕಾರ, ನನ್ನ ಆದೇಶ',
	Malayalam: 'നമസ്കാരം, എന്റെ ഓർഡർ',
	Sinhala: 'ආයුබෝවන්, ශ්\u200Dරී ලංකා',
	Thai: 'สวัสดีค่ะ สั่งซื้อแล้วไม่ได้รับ',
	Lao: 'ສະບາຍດີ ສິນຄ້າຢູ່ໃສ',
	Khmer: 'សួស្តី តើការបញ្ជាទិញ',
	Georgian: 'გამარჯობა, სად არის შეკვეთა',
	Armenian: 'Բարև, որտեղ է պատվերը',
	Ethiopic: 'ሰላም ትዕዛዜ የት ነው',
	Han: '您好，我的订单在哪里？〈測試〉',
	Japanese: 'こんにちは、注文はどこですか。ガギグ',
	Korean: '안녕하세요, 주문이 어디에 있나요?',
	Tibetan: 'བཀྲ་ཤིས་བདེ་ལེགས།',
	Mathematics: 'x² ≠ √2 → ∞, ½ ‰ — „ok“ … ©',
	Emoji: '🙂 🚀 🎉',
};

for (const [script, text] of Object.entries(scripts)) {
	test(`ordinary ${script} text passes unchanged`, () => assert.equal(clean(text), text));
}

const nasty = [
	esc,
	csi,
	'\u009D',
	'\u0090',
	'\u009C',
	'\u0007',
	'\\',
	'[',
	']',
	'8;;',
	'0;',
	'm',
	'\r',
	'\n',
	'\t',
	'\0',
	'\u200C',
	'\u200D',
	'\u200B',
	'\uFE0F',
	'\u00AD',
	'\u202E',
	'\u2066',
	'\u2028',
	'\uD83D',
	'\uDE00',
	'🏽',
	'\u{E0041}',
	'م',
	'क',
	'्',
	'\u0301',
	'a',
	' ',
	'👩',
	'?',
	';',
	'1',
];
const allowedJoiner = /[\u200C\u200D]/u;
const never =
	/(?![\n\t])\p{Cc}|\p{Cs}|[\u061C\u00AD\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\uFEFF\uFE00-\uFE0F\u{1F3FB}-\u{1F3FF}\u{E0000}-\u{E0FFF}]/u;

test('no forbidden character survives, and cleaning twice changes nothing, whatever comes in', () => {
	const random = seeded(20_260_311);
	for (let round = 0; round < 20_000; round++) {
		const text = Array.from({length: 1 + random.whole(12)}, () =>
			random.next() < 0.8 ? random.pick(nasty) : String.fromCharCode(random.whole(0x10000)),
		).join('');
		const once = clean(text);
		assert.doesNotMatch(once, never, JSON.stringify(text));
		assert.equal(clean(once), once, JSON.stringify(text));
		const line = cleanLine(text);
		assert.doesNotMatch(line, /[\n\t]/u);
		assert.equal(cleanLine(line), line, JSON.stringify(text));
		assert.doesNotMatch(cleanAddress(text), allowedJoiner);
	}
});

test('every code point alone is either kept or removed, never turned into something that acts', () => {
	for (let point = 0; point <= 0x10ffff; point++) {
		const cleaned = clean(`a${String.fromCodePoint(point)}b`);
		if (never.test(cleaned)) assert.fail(`U+${point.toString(16)} survives`);
	}
});

test('a text of ten million letters beyond Latin-1 is cleaned as a short one is', () => {
	const text = '10 € ≤ '.repeat(1_500_000);
	assert.equal(clean(text).length, text.length);
});

test('a line end that was converted twice is one', () => {
	assert.equal(clean('a\r\r\nb\r\rc\r\n\r\nd'), 'a\nb\n\nc\n\nd');
});

test('a line has no line end and no tab', () => {
	assert.equal(cleanLine('  a\r\n\tb\u00A0 c '), 'a b c');
});

test('an address holds neither space nor joiner', () => {
	assert.equal(cleanAddress(' a\u200Db @ exa\u200Bmple.org\n'), 'ab@example.org');
});

test('a server response is cut to its length', () => {
	assert.equal(cleanResponse(`550 ${esc}[31mno\r\n`), '550 no');
	assert.equal([...cleanResponse('x'.repeat(5000), 100)].length, 100);
	assert.equal(cleanResponse('x'.repeat(100), 100), 'x'.repeat(100));
});
