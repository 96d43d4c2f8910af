import {hash} from 'node:crypto';
import type {Attachment} from '../../domain/message.ts';
import {cleanLine} from '../clean.ts';
import {headerEnd, repairHeader} from '../repair/header.ts';
import {readWords} from '../repair/words.ts';
import {distinctNames, inventName, safeFileName} from './parse-file-name.ts';
import {isMessage, type Leaf, parseParts} from './parse-parts.ts';

/** The subject of a mail inside the mail; its body is not looked at. */
const innerSubject = async (leaf: Leaf): Promise<string> => {
	const block = leaf.bytes.subarray(0, Math.min(headerEnd(leaf.bytes), 64 * 1024));
	const {bytes} = repairHeader(block, {top: true});
	const header = bytes.toString('latin1').replace(/^content-[^\n]*\n(?:[ \t][^\n]*\n)*/gimu, '');
	const {subject} = await parseParts(Buffer.from(header, 'latin1'), Buffer.from('\r\n'));
	return cleanLine(subject);
};

const nameOf = async (leaf: Leaf, place: {file: number; image: number}): Promise<string> => {
	const given = safeFileName(readWords(leaf.fileName ?? leaf.hintedName ?? ''));
	if (given !== '') return given;
	return inventName(leaf, {...place, subject: isMessage(leaf) ? await innerSubject(leaf) : ''});
};

const typeOf = (leaf: Leaf): string =>
	/^[\w.+-]+\/[\w.+-]+$/u.test(leaf.type) ? leaf.type : 'application/octet-stream';

/** The files of a mail as its message keeps them: named, measured and hashed; the bytes stay in the raw mail. */
export const parseAttachments = async (
	leaves: readonly Leaf[],
	html: () => string,
): Promise<readonly Attachment[]> => {
	const names: string[] = [];
	let image = 0;
	for (const [index, leaf] of leaves.entries()) {
		if (leaf.type.startsWith('image/') && leaf.fileName === null) image++;
		names.push(await nameOf(leaf, {file: index + 1, image}));
	}
	const distinct = distinctNames(names);
	const shown = leaves.some(leaf => leaf.contentId) ? html() : '';
	return leaves.map((leaf, index) => ({
		name: distinct[index] ?? '',
		type: typeOf(leaf),
		size: leaf.bytes.length,
		sha256: hash('sha256', leaf.bytes, 'hex'),
		inline:
			leaf.disposition === 'inline' ||
			(leaf.contentId !== null && leaf.contentId !== '' && shown.includes(`cid:${leaf.contentId}`)),
	}));
};
