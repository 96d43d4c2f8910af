const lineEnd = Buffer.from('\r\n');
/** Behind the boundary: the end of the multipart, or a part's header. */
const goesOn = /^(?:--[ \t]*(?:\r?\n|$)|[ \t]*\r?\ncontent-[a-z-]+:)/iu;
/** Not within a longer row of dashes, nor where somebody quotes the source of a mail. */
const before = /[^\s>-]/u;

/** A body whose scripts forgot the line end before a delimiter, with it (RFC 2046 §5.1.1). */
export const repairGlued = (body: Buffer, boundary: string | null): Buffer => {
	if (!boundary || boundary.length < 3) return body;
	const delimiter = Buffer.from(`--${boundary}`, 'latin1');
	const pieces: Buffer[] = [];
	let done = 0;
	let at = body.indexOf(delimiter);
	while (at >= 0) {
		const end = at + delimiter.length;
		const glued =
			before.test(body.toString('latin1', Math.max(0, at - 1), at)) &&
			goesOn.test(body.toString('latin1', end, end + 200));
		if (glued) {
			pieces.push(body.subarray(done, at), lineEnd);
			done = at;
		}
		at = body.indexOf(delimiter, end);
	}
	return pieces.length === 0 ? body : Buffer.concat([...pieces, body.subarray(done)]);
};
