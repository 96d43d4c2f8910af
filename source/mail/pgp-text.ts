const signed = '-----BEGIN PGP SIGNED MESSAGE-----';
const block =
	/^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[\w-]+:[^\n]*\n)*[ \t]*\n([\s\S]*?)\n?-----BEGIN PGP SIGNATURE-----[\s\S]*?(?:^-----END PGP SIGNATURE-----[ \t]*\n?|$(?![\s\S]))/gmu;

/** The text of clear-signed blocks (RFC 9580 §7) without the armour around it; others come back as they are. */
export const withoutClearSignature = (text: string): string =>
	text.includes(signed)
		? text.replace(block, (_, content: string) => `${content.replace(/^- /gmu, '')}\n`)
		: text;

/** Which note the armour in a text asks for, null for none. Quoted armour belongs to an older mail. */
export const pgpNote = (text: string): 'note.signed-pgp' | 'note.encrypted' | null => {
	if (/^-----BEGIN PGP MESSAGE-----[ \t]*$/mu.test(text)) return 'note.encrypted';
	return /^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*$/mu.test(text) ? 'note.signed-pgp' : null;
};
