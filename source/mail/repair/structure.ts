const contentType = /^content-type:((?:[^\n]|\n[ \t])*)\n?/imu;
/** Lines of dashes also stand above quotes and armour: a boundary that begins with one needs a part's field. */
const firstDelimiter =
	/(?:^|\n)--(?:([^\s-][^\r\n]{0,69}?)[ \t]*\r?\n[!-9;-~]+:|(-[- ]*[^\s-][^\r\n]{0,69}?)[ \t]*\r?\ncontent-[a-z-]+:)/iu;
/** What programs write above the first part, for readers that know no MIME: a line of it and three after it. */
const isPreamble = (text: string): boolean => {
	let more = 0;
	return text.split('\n').every(line => {
		const named = /\bMIME\b/u.test(line);
		if (named) more = 3;
		if (named || line.trim() === '' || line.startsWith('This is a ')) return true;
		return more-- > 0 && !line.startsWith('-');
	});
};

const bareMultipart = /^(content-type:\s*multipart)(?=\s*(?:;|$))/imu;
const declared = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/iu;
const continued = /;\s*boundary\*\d?\*?\s*=\s*"?[^"\s]/iu;
/** A delimiter stands near the start; it may stand behind a preamble. Bytes. */
const maxLooked = 4 * 1024 * 1024;

const boundaryIn = (value: string): string | null => {
	const [, quoted, token] = declared.exec(value) ?? [];
	return quoted?.replace(/\\(.)/gu, '$1').trimEnd() ?? token ?? null;
};

/** The boundary that a header block (latin1) declares, null when it declares none in one piece. */
export const declaredBoundary = (block: string): string | null =>
	boundaryIn(contentType.exec(block)?.[1] ?? '');

/** Whether the boundary that a Content-Type names occurs in the body. */
const isUsed = (value: string, body: Buffer): boolean => {
	if (continued.test(value)) return true;
	const boundary = boundaryIn(value);
	return !!boundary && body.subarray(0, maxLooked).includes(`--${boundary}`, 0, 'latin1');
};

/** The delimiter with which a body begins, null when it is one of those around it. */
const foundBoundary = (body: Buffer, around: ReadonlySet<string>): string | null => {
	const [, plain, dashed] = firstDelimiter.exec(body.toString('latin1', 0, 256 * 1024)) ?? [];
	const found = plain ?? dashed;
	return found === undefined || around.has(found.replace(/--$/u, '')) ? null : found;
};

/** A page without the field that says so. */
const textType = (body: Buffer): string =>
	/^\s*<(?:!doctype\s+html|html)\b/iu.test(body.toString('latin1', 0, 1000))
		? 'text/html'
		: 'text/plain';

/** The boundary of a body that is a multipart through and through although no field says so. */
const undeclaredBoundary = (body: Buffer): string | null => {
	const boundary = foundBoundary(body, new Set());
	if (boundary === null) return null;
	const above = body.toString('latin1', 0, body.indexOf(`--${boundary}`, 0, 'latin1'));
	const closed = body.includes(`\n--${boundary}--`, 0, 'latin1');
	return closed && above.length < 1000 && isPreamble(above) ? boundary : null;
};

/**
 * A multipart whose boundary is missing or never comes loses the whole body to every reader: it is taken
 * from the first delimiter line in the body, unless that is a boundary `around` it. Without any, the part
 * is declared plain text; a mail that names one is left to its reader. A mail that lost the field altogether
 * gets it back.
 */
export const repairStructure = (
	header: Buffer,
	body: Buffer,
	{around = new Set()}: {readonly around?: ReadonlySet<string>} = {},
): Buffer => {
	const text = header.toString('latin1').replace(bareMultipart, '$1/mixed');
	const value = contentType.exec(text)?.[1] ?? '';
	const undeclared = value === '' && around.size === 0 ? undeclaredBoundary(body) : null;
	if (undeclared !== null) {
		const field = `Content-Type: multipart/mixed; boundary="${undeclared}"\r\n`;
		return Buffer.concat([Buffer.from(field, 'latin1'), header]);
	}
	if (!/^\s*multipart\b/iu.test(value) || isUsed(value, body)) {
		return text.length === header.length ? header : Buffer.from(text, 'latin1');
	}
	const boundary = foundBoundary(body, around);
	if (!boundary && around.size === 0 && declared.test(value)) return header;
	const kind = /^\s*(multipart\/[\w.+-]+)/iu.exec(value)?.[1] ?? 'multipart/mixed';
	const repaired = boundary
		? `${kind}; boundary="${boundary.replaceAll('"', '')}"`
		: textType(body);
	return Buffer.from(
		text.replace(contentType, () => `Content-Type: ${repaired}\r\n`),
		'latin1',
	);
};

/** The same mail declared as one text: the way out when its delimiters never come. */
export const asOneText = (header: Buffer, body: Buffer): Buffer =>
	Buffer.from(
		header.toString('latin1').replace(contentType, () => `Content-Type: ${textType(body)}\r\n`),
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
