const contentType = /^content-type:((?:[^\n]|\n[ \t])*)\n?/imu;
const firstDelimiter = /(?:^|\n)--([^\s-][^\r\n]{0,69}?)[ \t]*\r?\n[!-9;-~]+:/u;

const bareMultipart = /^(content-type:\s*multipart)(?=\s*(?:;|$))/imu;
const declared = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/iu;
const continued = /;\s*boundary\*\d?\*?\s*=\s*"?[^"\s]/iu;
/** A delimiter stands near the start; it may stand behind a preamble. Bytes. */
const maxLooked = 4 * 1024 * 1024;

/** Whether the boundary that the header names occurs in the body. */
const isUsed = (value: string, body: Buffer): boolean => {
	if (continued.test(value)) return true;
	const [, quoted, token = ''] = declared.exec(value) ?? [];
	const boundary = quoted?.replace(/\\(.)/gu, '$1').trimEnd() ?? token;
	return boundary !== '' && body.subarray(0, maxLooked).includes(`--${boundary}`, 0, 'latin1');
};

/**
 * A multipart whose boundary is missing or never comes loses the whole body to every reader: it is taken
 * from the first delimiter line in the body. Without any, a mail that names none is declared plain text.
 */
export const repairStructure = (header: Buffer, body: Buffer): Buffer => {
	const text = header.toString('latin1').replace(bareMultipart, '$1/mixed');
	const match = contentType.exec(text);
	const value = match?.[1] ?? '';
	if (!match || !/^\s*multipart\b/iu.test(value) || isUsed(value, body)) {
		return text.length === header.length ? header : Buffer.from(text, 'latin1');
	}
	const boundary = firstDelimiter.exec(body.toString('latin1', 0, 256 * 1024))?.[1];
	if (!boundary && declared.test(value)) return header;
	const kind = /^\s*(multipart\/[\w.+-]+)/iu.exec(value)?.[1] ?? 'multipart/mixed';
	const repaired = boundary ? `${kind}; boundary="${boundary.replaceAll('"', '')}"` : 'text/plain';
	return Buffer.from(
		text.replace(contentType, () => `Content-Type: ${repaired}\r\n`),
		'latin1',
	);
};

/** The same mail declared as plain text: the way out when its delimiters never come. */
export const asPlainText = (header: Buffer): Buffer =>
	Buffer.from(
		header.toString('latin1').replace(contentType, () => 'Content-Type: text/plain\r\n'),
		'latin1',
	);

/** The body up to the delimiter line behind the first `max` of them, whichever multipart they belong to. */
export const firstParts = (body: Buffer, max: number): Buffer => {
	let at = -1;
	for (let count = 0; count <= max; count++) {
		at = body.indexOf('\n--', at + 1);
		if (at < 0) return body;
	}
	return body.subarray(0, at + 1);
};
