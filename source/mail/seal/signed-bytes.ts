import {headerEnd} from '../repair/header.ts';
import {splitMail} from '../repair/repair.ts';

/** The two parts of a multipart/signed or /encrypted body (RFC 1847), as they were sent. */
export type SealedParts = {
	/** The first part with its header, CR LF line ends: what a signature covers. */
	readonly first: Buffer;
	/** The decoded body of the second part: the signature, or what is encrypted. */
	readonly second: Buffer;
};

const boundaryField =
	/^content-type:(?:[^\n]|\n[ \t])*?boundary\s*=\s*(?:"([^"\n]+)"|([^\s;"]+))/imu;

const withCrLf = (text: string): string => text.replace(/\r?\n/gu, '\r\n');

const decoded = (part: string): Buffer => {
	const bytes = Buffer.from(part, 'latin1');
	const end = headerEnd(bytes);
	const body = bytes.subarray(end);
	return /^content-transfer-encoding:\s*base64/imu.test(part.slice(0, end))
		? Buffer.from(body.toString('latin1'), 'base64')
		: body;
};

/** The parts of a sealed mail; null when its structure is another one. */
export const sealedParts = (raw: Buffer): SealedParts | null => {
	const {header, body} = splitMail(raw);
	const match = boundaryField.exec(header.toString('latin1'));
	const boundary = match?.[1] ?? match?.[2];
	if (boundary === undefined) return null;
	const delimiter = boundary.trimEnd().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
	const parts = `\n${body.toString('latin1')}`.split(
		new RegExp(String.raw`\r?\n--${delimiter}(?:--)?[ \t]*(?:\r?\n|$)`, 'u'),
	);
	const [, first, second] = parts;
	if (first === undefined || second === undefined) return null;
	return {first: Buffer.from(withCrLf(first), 'latin1'), second: decoded(second)};
};
