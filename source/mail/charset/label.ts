import iconv from 'iconv-lite';
import {charsetAliases} from './alias.ts';
import {decodeHz, decodeIso2022} from './seven-bit.ts';
import {decodeUtf16, decodeUtf32} from './unicode.ts';

/** Turns bytes into text, with replacement characters where they fit nothing. */
export type Decoder = {
	readonly name: string;
	readonly decode: (bytes: Uint8Array) => string;
};

/**
 * Labels that name no charset: what is in the bytes decides. US-ASCII is one of them, because it is
 * looked at only where there are bytes that it does not have.
 */
const silent =
	/^(?:|(?:us-?)?ascii|csascii|ansi_x3\.4(?:-\d+)?|iso-?646-?us|iso_?646\.irv:?\d*|us|646|(?:cp|ibm)-?367|x-?unknown|unknown(?:-8bit)?|8bit|7bit|binary|default|none|null|user-?defined|x-user-defined|utf|\?+|charset)$/u;

const normal = (label: string): string =>
	label
		.trim()
		.slice(0, 200)
		.toLowerCase()
		.replace(/^["'\s]+|["'\s;]+$/gu, '')
		.replace(/^charset=/u, '')
		.replace(/[\s(].*$/u, '')
		.replace(/\/\/.*$/u, '')
		.replace(/\*.*$/u, '')
		.replace(/^utf[-_ ]?(\d+)/u, 'utf-$1')
		.replace(/^(?:win|windows)[-_]?(125\d)$/u, 'windows-$1')
		.replace(/^(?:cp|ibm)[-_]?(125\d)$/u, 'windows-$1')
		.replace(/^cp[-_](\d+)$/u, 'cp$1')
		.replace(/^(?:iso[-_ ]?)?8859[-_ ](\d+)$/u, 'iso-8859-$1')
		.replace(/^iso8859[-_]?(\d+)$/u, 'iso-8859-$1')
		.replace(/^latin-(\d+)$/u, 'latin$1');

const ownDecoders: Readonly<Record<string, Decoder['decode']>> = {
	'hz-gb-2312': decodeHz,
	'iso-2022-jp': bytes => decodeIso2022(bytes, 'plain'),
	'iso-2022-kr': bytes => decodeIso2022(bytes, 'korean'),
	'iso-2022-cn': bytes => decodeIso2022(bytes, 'plain'),
	'utf-16': decodeUtf16,
	'utf-32': decodeUtf32,
};

/**
 * Where iconv-lite knows more than the runtime: Unified Hangul and the letters of Hong Kong are missing there.
 */
const betterHere = new Set(['euc-kr', 'big5', 'big5-hkscs']);
// Some versions of Node read windows-1252 as Latin-1.
if (new TextDecoder('windows-1252').decode(Uint8Array.of(0x80)) !== '€') {
	betterHere.add('windows-1252');
}

/** By the label as it was written: nearly all mails use a handful of them. */
const decoders = new Map<string, Decoder | null>();

/** The decoder of the runtime (WHATWG Encoding), null where it has none or a poorer one. */
const ofRuntime = (name: string): Decoder | null => {
	try {
		const decoder = new TextDecoder(name);
		return {name: decoder.encoding, decode: bytes => decoder.decode(bytes)};
	} catch {
		// Not in the WHATWG list, or a system Node without full ICU: iconv-lite may have it.
		return null;
	}
};

const ofIconv = (name: string): Decoder | null => {
	if (/^(?:base64|hex|binary|ucs2|utf7imap)$/u.test(name) || !iconv.encodingExists(name)) {
		return null;
	}
	return {
		name,
		decode: bytes => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name),
	};
};

const find = (name: string): Decoder | null => {
	if (silent.test(name)) return null;
	const own = Object.hasOwn(ownDecoders, name) ? ownDecoders[name] : undefined;
	if (own) return {name, decode: own};
	// UTF-7 is refused by mailparser, since it smuggles markup past filters. Nothing is filtered
	// here before it is decoded, and the text is cleaned afterwards.
	const known = ofRuntime(name);
	return known && !betterHere.has(known.name) ? known : ofIconv(known?.name ?? name);
};

/**
 * The decoder for a charset label as mails write it (RFC 2978 and habits), null for a label that is
 * unknown or says nothing. iso-8859-1 is read as windows-1252 (WHATWG Encoding).
 */
export const decoderFor = (label: string): Decoder | null => {
	const known = decoders.get(label);
	if (known !== undefined) return known;
	const name = normal(label);
	const decoder = find(Object.hasOwn(charsetAliases, name) ? (charsetAliases[name] ?? name) : name);
	if (decoders.size < 1000 && label.length < 100) decoders.set(label, decoder);
	return decoder;
};
