import {splitLines, type TextLine} from './split-lines.ts';

const transferField = /^(content-transfer-encoding[ \t]*:)[ \t]*((?:[^\r\n]|\r?\n[ \t])*)/imu;
const known = /^(?:7bit|8bit|binary|base64|quoted-printable)$/iu;

/** The encoding that a spelling means, null when it means none (RFC 2045 §6.4 has five tokens). */
const meant = (value: string): string | null => {
	const bare = value
		.replace(/\([^()]*\)/gu, '')
		.replace(/[^a-z\d]/giu, '')
		.toLowerCase();
	if (/^b(?:ase)?64$/u.test(bare)) return 'base64';
	return /^q(?:uoted)?p(?:rint(?:able|ed)?)?$/u.test(bare) ? 'quoted-printable' : null;
};

/** The header block (latin1) with the transfer encoding's name as the parser wants it. */
export const repairTransferName = (block: string): string =>
	block.replace(transferField, (all: string, field: string, value: string) => {
		const wanted = known.test(value.trim()) ? null : meant(value);
		return wanted === null ? all : `${field} ${wanted}`;
	});

/** Whether a header block (latin1) declares a text in base64. */
export const isBase64Text = (block: string): boolean =>
	/ase64/iu.test(block) &&
	/^content-transfer-encoding:\s*base64/imu.test(block) &&
	!/^content-type:\s*(?!text\b)[\w-]+\//imu.test(block);

/** The same block that declares its body as it is. */
export const asPlainTransfer = (block: string): string => block.replace(transferField, '$1 8bit');

/** Something stands behind its end, in the same line. */
const paddedLine = /^([A-Za-z0-9+/]{6,}={1,2})[ \t]+\S/u;
const base64Line = /^[A-Za-z0-9+/]+={0,2}[ \t]*$/u;
/** Longer ones come from programs that know how to encode. Bytes. */
const maxLooked = 1024 * 1024;

/** Where the base64 above these lines ends, null when they are of it. */
const endAbove = (lines: readonly TextLine[], odd: number): number | null => {
	const line = lines[odd];
	const padded = paddedLine.exec(line?.text ?? '');
	if (line && padded) return line.start + (padded[1]?.length ?? 0);
	const wordy = lines.slice(odd).some(({text}) => /\S[ \t]+\S/u.test(text));
	if (!wordy) return null;
	if (odd === 0) return 0;
	const last = lines[odd - 1]?.text ?? '';
	const ended =
		last.includes('=') || last.length < (lines[0]?.text.length ?? 0) || line?.text === '';
	return ended ? (line?.start ?? null) : null;
};

const nothingElse = /^(?:[A-Za-z0-9+/=]*[ \t]*\r?\n)*[A-Za-z0-9+/=]*[ \t]*$/u;

/**
 * How many bytes at the start of a body that claims to be base64 are that: all of them (null), none, when
 * somebody put the label on a plain text, or those before the footer of a mailing list.
 */
export const base64Length = (body: Buffer): number | null => {
	if (body.length > maxLooked) return null;
	const text = body.toString('latin1');
	if (nothingElse.test(text)) return null;
	const lines = splitLines(text);
	return endAbove(
		lines,
		lines.findIndex(line => !base64Line.test(line.text)),
	);
};
