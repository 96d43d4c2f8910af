import {splitLines} from './split-lines.ts';

const transferField = /^(content-transfer-encoding[ \t]*:)[ \t]*((?:[^\r\n]|\r?\n[ \t])*)/imu;
const known = /^(?:7bit|8bit|binary|base64|quoted-printable)$/iu;

/** The encoding that a spelling means, null when it means none (RFC 2045 §6.4 has five tokens). */
const meant = (value: string): string | null => {
	const bare = value
		.replace(/\([^()]*\)/gu, '')
		.replace(/["';\s]/gu, '')
		.toLowerCase();
	if (/^b(?:ase)?[-_]?64$/u.test(bare)) return 'base64';
	return /^q(?:uoted)?[-_]?p(?:rint(?:able|ed)?)?$/u.test(bare) ? 'quoted-printable' : null;
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

const base64Line = /^[A-Za-z0-9+/]+={0,2}[ \t]*$/u;
/** Longer ones come from programs that know how to encode. Bytes. */
const maxLooked = 1024 * 1024;

/**
 * How many bytes at the start of a body that claims to be base64 are that: all of them (null), none, when
 * somebody put the label on a plain text, or those before the footer of a mailing list.
 */
export const base64Length = (body: Buffer): number | null => {
	if (body.length > maxLooked) return null;
	const text = body.toString('latin1');
	if (/^(?:[A-Za-z0-9+/=]*[ \t]*\r?\n)*[A-Za-z0-9+/=]*[ \t]*$/u.test(text)) return null;
	const lines = splitLines(text);
	const odd = lines.findIndex(line => !base64Line.test(line.text));
	const rest = lines.slice(odd).map(line => line.text);
	const wordy = rest.some(line => /\S[ \t]+\S/u.test(line));
	if (odd === 0) return wordy ? 0 : null;
	const last = lines[odd - 1]?.text ?? '';
	const ended = last.includes('=') || last.length < (lines[0]?.text.length ?? 0) || rest[0] === '';
	return wordy && ended ? (lines[odd]?.start ?? null) : null;
};
