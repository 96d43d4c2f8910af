import {isAscii, isUtf8} from 'node:buffer';
import {type Decoder, decoderFor} from './charset-label.ts';

const escapeByte = 0x1b;

/** ESC $ B, ESC $ @, ESC ( J: the switches of ISO-2022-JP, which nothing else in a mail uses. */
const hasJapaneseEscape = (bytes: Uint8Array): boolean => {
	for (let at = bytes.indexOf(escapeByte); at >= 0; at = bytes.indexOf(escapeByte, at + 1)) {
		const second = bytes[at + 1];
		const third = bytes[at + 2];
		if (second === 0x24 && (third === 0x42 || third === 0x40)) return true;
		if (second === 0x28 && third === 0x4a) return true;
	}
	return false;
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

const sevenBit = /^(?:iso-2022-jp|utf-7)$/u;
const multiByte = /^(?:gbk|gb18030|big5|euc-kr|euc-jp|shift_jis)$/u;

/**
 * UTF-8 that is mostly right (a character cut in two, one bad byte) stays UTF-8; text in which most
 * of the high bytes are wrong was windows-1252 all along.
 */
const decodeDamagedUtf8 = (bytes: Uint8Array): string => {
	const text = utf8.decode(bytes);
	const broken = text.match(/\uFFFD/gu)?.length ?? 0;
	const good = text.match(/[^\u0000-\u007F\uFFFD]/gu)?.length ?? 0;
	return broken > good ? decodeAs(bytes, 'windows-1252') : text;
};

/** Eight-bit bytes under the label ISO-2022-JP, which has none: the other Japanese encodings. */
const decodeMislabelledJapanese = (bytes: Uint8Array): string =>
	decodeStrictly(bytes, 'euc-jp') ??
	decodeStrictly(bytes, 'shift_jis') ??
	decodeAs(bytes, 'shift_jis');

const byteOrderMark = (bytes: Uint8Array): string | null => {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return null;
};

const decodeAscii = (bytes: Uint8Array, decoder: Decoder | null): string => {
	if (hasJapaneseEscape(bytes)) return decodeAs(bytes, 'iso-2022-jp');
	// UTF-16 without a mark has NULs, which are ASCII too; UTF-7 is ASCII by design.
	return decoder && /^utf-(?:7|16|32)/u.test(decoder.name)
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
 * a label is windows-1252. Never throws; at worst the text holds replacement characters.
 */
export const decodeText = (bytes: Uint8Array, declared: string | null): string => {
	const mark = byteOrderMark(bytes);
	if (mark) return decodeAs(bytes, mark);
	const decoder = declared === null ? null : decoderFor(declared);
	if (isAscii(bytes)) return decodeAscii(bytes, decoder);
	const valid = isUtf8(bytes);
	if (!decoder) return valid ? utf8.decode(bytes) : decodeAs(bytes, 'windows-1252');
	if (valid && contradicts(bytes, decoder.name)) return utf8.decode(bytes);
	if (decoder.name === 'utf-8') return decodeDamagedUtf8(bytes);
	if (decoder.name === 'iso-2022-jp') return decodeMislabelledJapanese(bytes);
	return decoder.decode(bytes);
};
