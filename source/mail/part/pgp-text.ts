const signed = '-----BEGIN PGP SIGNED MESSAGE-----';
const encrypted = '-----BEGIN PGP MESSAGE-----';
const signature = '-----BEGIN PGP SIGNATURE-----';
const signatureEnd = '-----END PGP SIGNATURE-----';

/** Where a line of armour begins from `from` on; -1 without one. Quoted armour belongs to an older mail. */
const lineAt = (text: string, line: string, from = 0): number => {
	for (let at = text.indexOf(line, from); at >= 0; at = text.indexOf(line, at + 1)) {
		if (at === 0 || text[at - 1] === '\n') return at;
	}
	return -1;
};

/** What was signed: without the armour's own headers and the dashes that it put before dashes. */
const contentOf = (block: string): string =>
	block
		.replace(/^[^\n]*\n(?:[\w-]+:[^\n]*\n)*[ \t]*\n/u, '')
		.replace(/\n$/u, '')
		.replace(/^- /gmu, '');

/** The text of clear-signed blocks (RFC 9580 §7) without the armour around it; others come back as they are. */
export const withoutClearSignature = (text: string): string => {
	let out = '';
	let done = 0;
	for (let at = lineAt(text, signed); at >= 0; at = lineAt(text, signed, done)) {
		const end = lineAt(text, signature, at);
		if (end < 0) break;
		const close = lineAt(text, signatureEnd, end);
		out += `${text.slice(done, at)}${contentOf(text.slice(at, end))}\n`;
		done = close < 0 ? text.length : close + signatureEnd.length;
		if (text[done] === '\n') done++;
	}
	return out + text.slice(done);
};

/** The first piece of armour that gpg can open or check, null without one that is whole. */
export const armourIn = (text: string): string | null => {
	const kinds = [
		[encrypted, '-----END PGP MESSAGE-----'],
		[signed, signatureEnd],
	] as const;
	for (const [begin, close] of kinds) {
		const at = lineAt(text, begin);
		const end = at < 0 ? -1 : text.indexOf(close, at);
		if (end >= 0) return text.slice(at, end + close.length);
	}
	return null;
};

/** Which note the armour in a text asks for, null for none. */
export const pgpNote = (text: string): 'note.signed-pgp' | 'note.encrypted' | null => {
	if (lineAt(text, encrypted) >= 0) return 'note.encrypted';
	return lineAt(text, signed) >= 0 ? 'note.signed-pgp' : null;
};
