const contentType = /^content-type:((?:[^\n]|\n[ \t])*)\n?/imu;
const firstDelimiter = /(?:^|\n)--([^\s-][^\r\n]{0,69}?)[ \t]*\r?\n[!-9;-~]+:/u;

/**
 * A multipart header without a boundary loses the whole body to every reader: the boundary is taken
 * from the first delimiter line in the body, or else the mail is declared plain text.
 */
export const repairStructure = (header: Buffer, body: Buffer): Buffer => {
	const text = header.toString('latin1');
	const match = contentType.exec(text);
	const value = match?.[1] ?? '';
	if (
		!match ||
		!/^\s*multipart\//iu.test(value) ||
		/;\s*boundary\*?0?\*?\s*=\s*"?[^"\s]/iu.test(value)
	) {
		return header;
	}
	const boundary = firstDelimiter.exec(body.toString('latin1', 0, 256 * 1024))?.[1];
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
