import {isAscii, isUtf8} from 'node:buffer';
import {guessCharset} from './guess.ts';
import {type Decoder, decoderFor} from './label.ts';
import {byteOrderMark} from './unicode.ts';

const escapeByte = 0x1b;

/** The switches of the ISO-2022 encodings, which nothing else in a mail uses. */
const escapedEncoding = (bytes: Uint8Array): string | null => {
	for (let at = bytes.indexOf(escapeByte); at >= 0; at = bytes.indexOf(escapeByte, at + 1)) {
		const next = Buffer.from(bytes.subarray(at + 1, at + 4)).toString('latin1');
		if (/^(?:\$[B@]|\([IJ]|\$\(D)/u.test(next)) return 'iso-2022-jp';
		if (next === '$)C') return 'iso-2022-kr';
		if (next === '$)A' || next === '$)G') return 'iso-2022-cn';
	}
	return null;
};

const utf8 = new TextDecoder('utf-8');
const fatal = new Map<string, {decode(bytes: Uint8Array): string}>();

const decodeStrictly = (bytes: Uint8Array, name: string): string | null => {
	let decoder = fatal.get(name);
	if (!decoder) {
		decoder = new TextDecoder(name, {fatal: true});
		fatal.set(name, decoder);
	}
	try {
		return decoder.decode(bytes);
	} catch {
		return null;
	}
};

const decodeAs = (bytes: Uint8Array, name: string): string =>
	decoderFor(name)?.decode(bytes) ?? utf8.decode(bytes);

/** Names under which UTF-8 is often sent by mistake: its bytes decode to rubbish in all of them. */
const singleByte = /^(?:windows-125\d|iso-8859-\d+|macintosh)$/u;

const sevenBit = /^(?:iso-2022-(?:jp|kr|cn)|utf-7|hz-gb-2312)$/u;
const multiByte = /^(?:gbk|gb18030|big5|euc-kr|euc-jp|shift_jis)$/u;

/**
 * UTF-8 that is mostly right (a character cut in two, one bad byte) stays UTF-8; text in which more
 * than this share of the high bytes is wrong was something else all along.
 */
const decodeDamagedUtf8 = (bytes: Uint8Array, tolerated: number): string => {
	const text = utf8.decode(bytes);
	const broken = text.match(/\uFFFD/gu)?.length ?? 0;
	const good = text.match(/[^\u0000-\u007F\uFFFD]/gu)?.length ?? 0;
	return broken > good * tolerated ? decodeAs(bytes, guessCharset(bytes)) : text;
};

/** With the label UTF-8, and without any: two bytes of an East Asian text can look like one letter. */
const declaredUtf8 = 1;
const undeclaredUtf8 = 0.3;

/** Eight-bit bytes under the label ISO-2022-JP, which has none: the other Japanese encodings. */
const decodeMislabelledJapanese = (bytes: Uint8Array): string =>
	decodeStrictly(bytes, 'euc-jp') ??
	decodeStrictly(bytes, 'shift_jis') ??
	decodeAs(bytes, 'shift_jis');

const decodeAscii = (bytes: Uint8Array, decoder: Decoder | null): string => {
	const escaped = escapedEncoding(bytes);
	if (escaped) return decodeAs(bytes, escaped);
	// UTF-16 without a mark has NULs, which are ASCII too; UTF-7 and HZ are ASCII by design.
	return decoder && /^(?:utf-(?:7|16|32)|hz-|iso-2022-kr)/u.test(decoder.name)
		? decoder.decode(bytes)
		: utf8.decode(bytes);
};

/** Whether valid UTF-8 is more likely than what the label says. */
const contradicts = (bytes: Uint8Array, name: string): boolean =>
	singleByte.test(name) ||
	sevenBit.test(name) ||
	(multiByte.test(name) && decodeStrictly(bytes, name) === null);

/**
 * Text of bytes in the declared charset, as far as that is true: mails lie. ISO-2022-JP is known by its
 * escapes, valid UTF-8 wins over a missing, unknown or contradicting label, and what is left without
 * a label is guessed. Never throws; at worst the text holds replacement characters.
 */
export const decodeText = (bytes: Uint8Array, declared: string | null): string => {
	const mark = byteOrderMark(bytes);
	if (mark) return decodeAs(bytes, mark);
	const decoder = declared === null ? null : decoderFor(declared);
	if (isAscii(bytes)) return decodeAscii(bytes, decoder);
	const valid = isUtf8(bytes);
	if (!decoder) return valid ? utf8.decode(bytes) : decodeDamagedUtf8(bytes, undeclaredUtf8);
	const isLabelledUtf8 = decoder.name === 'utf-8';
	if (valid && (isLabelledUtf8 || contradicts(bytes, decoder.name))) return utf8.decode(bytes);
	if (isLabelledUtf8) return decodeDamagedUtf8(bytes, declaredUtf8);
	if (decoder.name === 'iso-2022-jp') return decodeMislabelledJapanese(bytes);
	return decoder.decode(bytes);
};
