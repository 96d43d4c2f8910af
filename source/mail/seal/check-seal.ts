import type {Seal, SealState} from '../../domain/receive/seal.ts';
import {parseMail} from '../parse.ts';
import {openCms} from '../part/open-cms.ts';
import {type Leaf, type Part, parseParts} from '../part/parse-parts.ts';
import {armourIn} from '../part/pgp-text.ts';
import {repairMail, splitMail} from '../repair/repair.ts';
import {checkPgpSignature, openPgp} from './check-pgp.ts';
import {checkSmime, openSmime} from './check-smime.ts';
import {sealedParts} from './signed-bytes.ts';

export type Opened = {
	readonly kind: 'pgp' | 'smime';
	readonly state: SealState;
	/** The signer as the tool names him, empty when it does not. */
	readonly by: string;
	/** What was inside, null when it was not opened or lies open in the mail. */
	readonly content: Buffer | null;
};

const leavesOf = (part: Part | null): readonly Leaf[] =>
	part === null ? [] : part.leaf ? [part.leaf] : part.children.flatMap(leavesOf);

const armoured = (leaves: readonly Leaf[]): Buffer | null => {
	for (const {type, bytes} of leaves) {
		const found = type.startsWith('text/') ? armourIn(bytes.toString('latin1')) : null;
		if (found) return Buffer.from(`${found}\n`, 'latin1');
	}
	return null;
};

const isCms = ({type}: Leaf): boolean => /^application\/(?:x-)?pkcs7-mime$/u.test(type);

const open = async (raw: Buffer, keyFile: string | null): Promise<Opened | null> => {
	const {header, body} = repairMail(splitMail(raw));
	const {root} = await parseParts(header, body);
	const leaves = leavesOf(root);
	const sealed = root?.type.startsWith('multipart/') ? sealedParts(raw) : null;
	if (root?.type === 'multipart/encrypted' && sealed) return openPgp(sealed.second);
	if (root?.type === 'multipart/signed' && sealed) {
		const smime = leaves.some(({type}) => /pkcs7-signature$/u.test(type));
		return smime
			? checkSmime(sealed.second, sealed.first)
			: checkPgpSignature(sealed.first, sealed.second);
	}
	if (root?.leaf && isCms(root.leaf)) {
		const {bytes} = root.leaf;
		const encrypted = openCms(bytes)?.kind === 'encrypted';
		return encrypted ? openSmime(bytes, keyFile) : checkSmime(bytes, null);
	}
	const inline = armoured(leaves);
	return inline && openPgp(inline);
};

/** A MIME entity with a header, or a bare text. */
const textIn = async (content: Buffer): Promise<string> => (await parseMail(content)).text;

/**
 * Checks the signature of a mail, or opens it, with the system's `gpg` or `openssl` and the keys of
 * whoever runs this. Null for a mail that is neither signed nor encrypted. Nothing of it is kept.
 */
export const checkSeal = async (
	raw: Buffer,
	{keyFile = null}: {readonly keyFile?: string | null} = {},
): Promise<Seal | null> => {
	const opened = await open(raw, keyFile);
	if (!opened) return null;
	const {kind, state, by, content} = opened;
	const text = content === null ? null : await textIn(content);
	return {kind, tool: kind === 'pgp' ? 'gpg' : 'openssl', state, by, text};
};
