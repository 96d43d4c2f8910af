import {repairMail, splitMail} from '../repair/repair.ts';
import {openCms} from './open-cms.ts';
import {type Leaf, type Part, parseParts} from './parse-parts.ts';

/** Signed inside signed inside signed: nobody sends more. */
const maxDepth = 3;

const isCms = ({type, fileName}: Leaf): boolean =>
	/^application\/(?:x-)?pkcs7-mime$/u.test(type) ||
	(type === 'application/octet-stream' && /\.p7[mz]$/iu.test(fileName ?? ''));

const hasCms = (part: Part): boolean => (part.leaf ? isCms(part.leaf) : part.children.some(hasCms));

const open = async (part: Part, found: Set<string>, depth: number): Promise<Part> => {
	const {leaf} = part;
	if (!leaf) {
		const children: Part[] = [];
		for (const child of part.children) children.push(await open(child, found, depth));
		return {...part, children};
	}
	const content = isCms(leaf) ? openCms(leaf.bytes) : null;
	if (content?.kind === 'encrypted') found.add('note.encrypted');
	if (content?.kind === 'signed') found.add('note.signed-smime');
	if (!content || !('content' in content) || depth >= maxDepth) return part;
	const {header, body} = repairMail(splitMail(content.content));
	const {root} = await parseParts(header, body);
	const inside = root ? [await open(root, found, depth + 1)] : [];
	return {type: 'multipart/mixed', leaf: null, children: [...inside, part]};
};

/**
 * The tree with what lies in opaque S/MIME parts (RFC 8551 §3.5) before each of them, and notes about what
 * they are. Encrypted ones stay closed.
 */
export const openSigned = async (
	root: Part | null,
): Promise<{readonly root: Part | null; readonly notes: readonly string[]}> => {
	if (!root || !hasCms(root)) return {root, notes: []};
	const found = new Set<string>();
	return {root: await open(root, found, 0), notes: [...found]};
};
