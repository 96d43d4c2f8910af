/** How many of the bytes from `from` to `to` stand among the first of a text. */
const share = (bytes: Uint8Array, from: number, to: number): number => {
	let high = 0;
	let hit = 0;
	for (const byte of bytes) {
		if (byte < 0x80) continue;
		high++;
		if (byte >= from && byte <= to) hit++;
	}
	return high === 0 ? 0 : hit / high;
};

const isLetter = (byte: number): boolean =>
	byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

const separators = new Set(Buffer.from(' \t\r\n"=;,:<>'));

/** The words with high bytes in them, and the separators between: labels and addresses say nothing. */
const foreignWords = (bytes: Uint8Array): Uint8Array => {
	const kept: number[] = [];
	let start = 0;
	for (let at = 0; at <= bytes.length; at++) {
		if (at < bytes.length && !separators.has(bytes[at] ?? 0)) continue;
		const word = bytes.subarray(start, at);
		if (word.some(byte => byte >= 0x80)) kept.push(...word, 0x20);
		start = at + 1;
	}
	return Uint8Array.from(kept);
};

const strictly = (bytes: Uint8Array, name: string): string | null => {
	try {
		return new TextDecoder(name, {fatal: true}).decode(bytes);
	} catch {
		return null;
	}
};

const kana = /[\u3041-\u30FA]/u;
const hangul = /[\uAC00-\uD7A3]/gu;
const han = /[\u4E00-\u9FFF]/gu;
const count = (text: string | null, pattern: RegExp): number => text?.match(pattern)?.length ?? 0;

/** Hangul fills most of a Korean text; common Han letters most of a Chinese one. */
const eastAsian = (bytes: Uint8Array): string | null => {
	for (const name of ['euc-jp', 'shift_jis']) {
		if (kana.test(strictly(bytes, name) ?? '')) return name;
	}
	const korean = strictly(bytes, 'euc-kr');
	if (korean !== null && count(korean, hangul) > count(korean, han) * 2) return 'euc-kr';
	const seven = bytes.some(
		(byte, at) => byte < 0x7f && byte >= 0x40 && (bytes[at - 1] ?? 0) >= 0xa1,
	);
	if (seven && strictly(bytes, 'big5') !== null) return 'big5';
	return count(strictly(bytes, 'gb18030'), han) > 0 ? 'gb18030' : null;
};

/** The letters that make up most of any text in a language, in the encodings that people send without a label. */
const profiles: readonly (readonly [string, RegExp])[] = [
	['windows-1251', /[оеаинтсрвлкмдпу]/giu],
	['koi8-r', /[оеаинтсрвлкмдпу]/giu],
	['iso-8859-7', /[αοιετσνηυρπκμςλωάέίόήύ]/giu],
	['windows-1255', /[יוהלארתמשבנםד]/gu],
	['windows-1256', /[اليمنوترهبعدسفةأ]/gu],
];
/** What has to be among them. */
const leastShare = 0.6;

/** The one whose most frequent letters fill the text; null where none does. */
const byFrequency = (bytes: Uint8Array): string | null => {
	const shares = profiles.map(([name, common]) => {
		const text = strictly(bytes, name) ?? '';
		const letters = count(text, /[^\u0000-\u00A0№]/gu);
		return {name, share: letters === 0 ? 0 : count(text, common) / letters};
	});
	const best = shares.reduce((one, other) => (other.share > one.share ? other : one));
	return best.share >= leastShare ? best.name : null;
};

/**
 * The charset of bytes without a label that are no UTF-8. Western letters stand singly between ASCII
 * ones; where most letters have the high bit the text is Cyrillic or East Asian, told apart by the
 * bytes they use most. Anything else is windows-1252.
 */
export const guessCharset = (whole: Uint8Array): string => {
	const bytes = foreignWords(whole.subarray(0, 16_384));
	const letters = bytes.filter(isLetter).length;
	const high = bytes.filter(byte => byte >= 0x80).length;
	if (high < 4 || high * 2 < letters) return 'windows-1252';
	const found = eastAsian(bytes);
	if (found === 'euc-jp' || found === 'shift_jis') return found;
	// Accents stand among ASCII letters, other alphabets among themselves.
	const isMixed = high < letters * 0.7;
	const frequent = isMixed ? null : byFrequency(bytes);
	if (frequent !== null) return frequent;
	if (isMixed) return found ?? 'windows-1252';
	if (share(bytes, 0xe0, 0xff) > 0.7) return 'windows-1251';
	if (share(bytes, 0xc0, 0xdf) > 0.7) return 'koi8-r';
	return found ?? 'windows-1252';
};
