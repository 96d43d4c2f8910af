import {inflateSync} from 'node:zlib';

/** What a PKCS #7 body is (RFC 5652, 8551): only the signed and the compressed kind open without a key. */
export type CmsContent =
	| {readonly kind: 'signed' | 'compressed'; readonly content: Buffer}
	| {readonly kind: 'encrypted' | 'certificates'};

type Element = {
	readonly tag: number;
	readonly content: Buffer;
	/** Bytes with tag, length, and the end mark of an indefinite length. */
	readonly size: number;
};

const maxDepth = 40;
const maxInflated = 50 * 1024 * 1024;
const octetString = 0x04;
const objectIdentifier = 0x06;
const constructed = 0x20;

const signedData = '1.2.840.113549.1.7.2';
const compressedData = '1.2.840.113549.1.9.16.1.9';
const envelopes = new Set([
	'1.2.840.113549.1.7.3',
	'1.2.840.113549.1.7.6',
	'1.2.840.113549.1.9.16.1.23',
]);

/** The length octets: their count and the length, -1 for the indefinite form. */
const lengthAt = (
	bytes: Buffer,
	at: number,
): {readonly octets: number; readonly length: number} => {
	const first = bytes.readUInt8(at);
	if (first < 0x80) return {octets: 1, length: first};
	if (first === 0x80) return {octets: 1, length: -1};
	const count = first & 0x7f;
	return {octets: count + 1, length: bytes.readUIntBE(at + 1, count)};
};

/** The element at the start (BER, X.690). Throws RangeError where the bytes end too early. */
const readElement = (bytes: Buffer, depth = 0): Element => {
	if (depth > maxDepth) throw new RangeError('nested too deep');
	const tag = bytes.readUInt8(0);
	const {octets, length} = lengthAt(bytes, 1);
	const start = 1 + octets;
	if (length >= 0) {
		if (start + length > bytes.length) throw new RangeError('cut off');
		return {tag, content: bytes.subarray(start, start + length), size: start + length};
	}
	let at = start;
	while (bytes.readUInt16BE(at) !== 0) at += readElement(bytes.subarray(at), depth + 1).size;
	return {tag, content: bytes.subarray(start, at), size: at + 2};
};

const childrenOf = ({content}: Element): Element[] => {
	const children: Element[] = [];
	for (let at = 0; at < content.length; ) {
		const child = readElement(content.subarray(at));
		children.push(child);
		at += child.size;
	}
	return children;
};

const identifierOf = (element: Element | undefined): string => {
	if (element?.tag !== objectIdentifier) return '';
	const arcs: number[] = [];
	let value = 0;
	for (const byte of element.content) {
		value = value * 128 + (byte & 0x7f);
		if (byte >= 0x80) continue;
		arcs.push(value);
		value = 0;
	}
	const [first = 0, ...others] = arcs;
	const root = Math.min(2, Math.floor(first / 40));
	return [root, first - root * 40, ...others].join('.');
};

/** An octet string, also one in pieces. */
const octetsOf = (element: Element): Buffer =>
	element.tag & constructed
		? Buffer.concat(childrenOf(element).map(octetsOf))
		: element.tag === octetString
			? element.content
			: Buffer.alloc(0);

/** The bytes of an EncapsulatedContentInfo, null when it holds none (a detached signature). */
const encapsulated = (info: Element | undefined): Buffer | null => {
	const [, wrapped] = info ? childrenOf(info) : [];
	const [octets] = wrapped ? childrenOf(wrapped) : [];
	return octets ? octetsOf(octets) : null;
};

const read = (bytes: Buffer): CmsContent | null => {
	const [type, wrapped] = childrenOf(readElement(bytes));
	const kind = identifierOf(type);
	if (envelopes.has(kind)) return {kind: 'encrypted'};
	if ((kind !== signedData && kind !== compressedData) || !wrapped) return null;
	const [body] = childrenOf(wrapped);
	const content = body ? encapsulated(childrenOf(body)[2]) : null;
	if (content === null) return {kind: 'certificates'};
	return kind === signedData
		? {kind: 'signed', content}
		: {kind: 'compressed', content: inflateSync(content, {maxOutputLength: maxInflated})};
};

/**
 * The content of a PKCS #7 body as far as it needs no key; null for bytes that are none or are cut off.
 * Nothing is verified here.
 */
export const openCms = (bytes: Buffer): CmsContent | null => {
	try {
		return read(bytes);
	} catch {
		return null;
	}
};
