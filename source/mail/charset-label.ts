import iconv from 'iconv-lite';

/** Turns bytes into text, with replacement characters where they fit nothing. */
export type Decoder = {
	readonly name: string;
	readonly decode: (bytes: Uint8Array) => string;
};

/**
 * Labels found in mails that neither the WHATWG list nor iconv-lite knows under this name. GB 2312 is
 * read as its superset by the WHATWG list already.
 */
const aliases: Readonly<Record<string, string>> = {
	'iso-gb2312': 'gb18030',
	gb2312: 'gb18030',
	'gb_2312-80': 'gb18030',
	'x-gbk': 'gb18030',
	gbk: 'gb18030',
	cp936: 'gb18030',
	'ks_c_5601-1987': 'euc-kr',
	ks_c_5601: 'euc-kr',
	ksc5601: 'euc-kr',
	uhc: 'euc-kr',
	cp949: 'euc-kr',
	cp932: 'shift_jis',
	'x-sjis-cp932': 'shift_jis',
	cp950: 'big5',
	'big5-eten': 'big5',
	cp50220: 'iso-2022-jp',
	cp50221: 'iso-2022-jp',
	cp50222: 'iso-2022-jp',
	'iso-2022-jp-1': 'iso-2022-jp',
	'iso-2022-jp-2': 'iso-2022-jp',
	'iso-2022-jp-3': 'iso-2022-jp',
	'iso-2022-jp-ms': 'iso-2022-jp',
	'unicode-1-1-utf-7': 'utf-7',
	utf7: 'utf-7',
	'x-unicode-2-0-utf-7': 'utf-7',
	'unicode-1-1-utf-8': 'utf-8',
	'x-mac-roman': 'macintosh',
	'x-macroman': 'macintosh',
	ansi: 'windows-1252',
	'ansi_x3.110-1983': 'windows-1252',
	'cp-1252': 'windows-1252',
	'iso-8859-8-i': 'iso-8859-8-i',
};

/** Labels that name no charset: what is in the bytes decides. */
const silent =
	/^(?:|x-?unknown|unknown(?:-8bit)?|8bit|7bit|binary|default|none|null|user-?defined|x-user-defined|utf|\?+|charset)$/u;

const normal = (label: string): string =>
	label
		.trim()
		.toLowerCase()
		.replace(/^["'\s]+|["'\s;]+$/gu, '')
		.replace(/^charset=/u, '')
		.replace(/\*.*$/u, '')
		.replace(/^utf[-_ ]?(\d+)/u, 'utf-$1')
		.replace(/^(?:win|windows)[-_]?(125\d)$/u, 'windows-$1')
		.replace(/^(?:cp|ibm)[-_]?(125\d)$/u, 'windows-$1')
		.replace(/^cp[-_](\d+)$/u, 'cp$1')
		.replace(/^(?:iso[-_ ]?)?8859[-_ ](\d+)$/u, 'iso-8859-$1')
		.replace(/^iso8859[-_]?(\d+)$/u, 'iso-8859-$1')
		.replace(/^latin-(\d+)$/u, 'latin$1');

const decoders = new Map<string, Decoder | null>();

const find = (name: string): Decoder | null => {
	if (silent.test(name)) return null;
	// UTF-7 is refused by mailparser, since it smuggles markup past filters. Nothing is filtered
	// here before it is decoded, and the text is cleaned afterwards.
	if (name !== 'utf-7') {
		try {
			const decoder = new TextDecoder(name);
			if (decoder.encoding === 'x-user-defined') return null;
			return {name: decoder.encoding, decode: bytes => decoder.decode(bytes)};
		} catch {
			// Not in the WHATWG list, or a system Node without full ICU: iconv-lite may have it.
		}
	}
	if (/^(?:base64|hex|binary|ucs2|utf7imap)$/u.test(name) || !iconv.encodingExists(name))
		return null;
	return {
		name,
		decode: bytes => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name),
	};
};

/**
 * The decoder for a charset label as mails write it (RFC 2978 and habits), null for a label that is
 * unknown or says nothing. iso-8859-1 and us-ascii are read as windows-1252 (WHATWG Encoding).
 */
export const decoderFor = (label: string): Decoder | null => {
	const name = normal(label);
	const known = decoders.get(name);
	if (known !== undefined) return known;
	const decoder = find(Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name);
	if (decoders.size < 1000) decoders.set(name, decoder);
	return decoder;
};
