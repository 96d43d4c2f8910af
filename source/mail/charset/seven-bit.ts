import iconv from 'iconv-lite';

/** A double-byte set that these encodings write with seven bits, and what makes it readable again. */
type Set94 = {readonly decode: (pairs: readonly number[]) => string};

const highBit = (bytes: readonly number[]): Buffer => Buffer.from(bytes.map(byte => byte | 0x80));

const inEightBit = (name: string): Set94 => ({
	decode: pairs => iconv.decode(highBit(pairs), name),
});

const eucJp = new TextDecoder('euc-jp');
const prefixed =
	(prefix: number, size: 1 | 2): Set94['decode'] =>
	bytes => {
		const out: number[] = [];
		for (let at = 0; at + size <= bytes.length; at += size) {
			out.push(prefix, ...highBit(bytes.slice(at, at + size)));
		}
		return eucJp.decode(Buffer.from(out));
	};

const ascii: Set94 = {decode: bytes => Buffer.from(bytes).toString('latin1')};
const chinese = inEightBit('gb18030');
const korean = inEightBit('euc-kr');
const japanese: Set94 = {decode: pairs => eucJp.decode(highBit(pairs))};
const supplement: Set94 = {decode: prefixed(0x8f, 2)};
const katakana: Set94 = {decode: prefixed(0x8e, 1)};
/** CNS 11643 has no table here: one replacement character for each pair. */
const unreadable: Set94 = {decode: pairs => '\uFFFD'.repeat(pairs.length >> 1)};

/** What stands behind ESC: into G0 at once, or into G1, which SO and SI switch on and off. */
const designations: Readonly<Record<string, readonly ['g0' | 'g1' | 'g2', Set94]>> = {
	'(B': ['g0', ascii],
	'(J': ['g0', ascii],
	'(I': ['g0', katakana],
	'$@': ['g0', japanese],
	$B: ['g0', japanese],
	'$(D': ['g0', supplement],
	$A: ['g0', chinese],
	'$(C': ['g0', korean],
	'$)C': ['g1', korean],
	'$)A': ['g1', chinese],
	'$)G': ['g1', unreadable],
	'$)E': ['g1', unreadable],
	'$*H': ['g2', unreadable],
};
const tokens = /\u001B(\([BJI]|\$[@BA]|\$\([DC]|\$\)[CAGE]|\$\*H)|([\u000E\u000F\n])/gu;

/** Control characters and spaces stand for themselves between the pairs. */
const decodeRun = (run: string, set: Set94): string =>
	set === ascii
		? run
		: run.replace(/[!-~]+/gu, pairs => set.decode([...Buffer.from(pairs, 'latin1')]));

/**
 * ISO-2022-JP with its extensions, -KR and -CN (RFC 1468, 1554, 1557, 1922), of which the runtime knows
 * a part. Line ends reset to ASCII, as RFC 1922 wants and as cut mails need it.
 */
export const decodeIso2022 = (bytes: Uint8Array, first: 'korean' | 'plain'): string => {
	const text = Buffer.from(bytes).toString('latin1');
	const sets = {g0: ascii, g1: first === 'korean' ? korean : katakana, g2: unreadable};
	let active: 'g0' | 'g1' = 'g0';
	let out = '';
	let done = 0;
	for (const match of text.matchAll(tokens)) {
		const [all, designation = '', control] = match;
		out += decodeRun(text.slice(done, match.index), sets[active]);
		done = match.index + all.length;
		const [place, set] = designations[designation] ?? [];
		if (place && set) sets[place] = set;
		else active = control === '\u000E' ? 'g1' : 'g0';
		if (control !== '\n') continue;
		sets.g0 = ascii;
		out += control;
	}
	return out + decodeRun(text.slice(done), sets[active]);
};

/** HZ of RFC 1843: `~{` and `~}` around GB 2312, `~~` for a tilde, `~` before a line end joins lines. */
export const decodeHz = (bytes: Uint8Array): string =>
	Buffer.from(bytes)
		.toString('latin1')
		.replace(
			/~\{([\x21-\x7e]*?)(?:~\}|(?=[\r\n])|$)|~~|~\r?\n/gu,
			(all: string, pairs: string | undefined) => {
				if (pairs === undefined) return all === '~~' ? '~' : '';
				return chinese.decode([...Buffer.from(pairs, 'latin1')]);
			},
		);
