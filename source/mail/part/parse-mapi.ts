import {decodeText} from '../charset/charset.ts';

/** A MAPI property of a fixed size takes this many bytes; smaller ones are padded (MS-OXTNEF §2.1.3.4). */
const fixedSizes: Readonly<Record<number, number>> = {
	2: 4,
	3: 4,
	4: 4,
	5: 8,
	6: 8,
	7: 8,
	10: 4,
	11: 4,
	20: 8,
	64: 8,
	72: 16,
};
const multiple = 0x1000;
const string8 = 0x1e;
const unicode = 0x1f;
const variable = new Set([string8, unicode, 0x102, 0x0d]);

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Where the name of a named property ends (id 0x8000 and above): GUID, kind, number or text. */
const afterName = (bytes: Buffer, at: number): number => {
	const kind = bytes.readUInt32LE(at + 16);
	return kind === 0 ? at + 24 : at + 24 + padded(bytes.readUInt32LE(at + 20));
};

/** Eight-bit texts are in the code page of the sender, which is named elsewhere or not at all. */
const textOf = (value: Buffer, type: number): string =>
	(type === unicode
		? value.toString('utf16le')
		: decodeText(value.subarray(0, value.indexOf(0) < 0 ? undefined : value.indexOf(0)), null)
	).replace(/\0.*$/su, '');

type Step = {readonly next: number; readonly text: string | null};

/** The values of one property; only texts are kept. */
const readValues = (bytes: Buffer, start: number, type: number): Step => {
	const size = fixedSizes[type & ~multiple];
	const several = (type & multiple) !== 0;
	let at = start;
	if (size !== undefined) {
		const count = several ? bytes.readUInt32LE(at) : 1;
		return {next: at + (several ? 4 : 0) + count * size, text: null};
	}
	if (!variable.has(type & ~multiple)) throw new RangeError('unknown property type');
	const count = bytes.readUInt32LE(at);
	at += 4;
	let text: string | null = null;
	for (let index = 0; index < count; index++) {
		const length = bytes.readUInt32LE(at);
		text ??= textOf(bytes.subarray(at + 4, at + 4 + length), type & ~multiple);
		at += 4 + padded(length);
	}
	return {next: at, text};
};

/** The text properties of a MAPI property list by their id. Throws RangeError where it is cut off. */
export const parseMapiTexts = (bytes: Buffer): ReadonlyMap<number, string> => {
	const texts = new Map<number, string>();
	const count = bytes.readUInt32LE(0);
	let at = 4;
	for (let index = 0; index < count; index++) {
		const type = bytes.readUInt16LE(at);
		const id = bytes.readUInt16LE(at + 2);
		const {next, text} = readValues(bytes, id >= 0x8000 ? afterName(bytes, at + 4) : at + 4, type);
		const plain = type & ~multiple;
		if (text !== null && (plain === string8 || plain === unicode)) texts.set(id, text);
		at = next;
	}
	return texts;
};
