import {decodeText} from '../charset/charset.ts';
import {parseMapiTexts} from './parse-mapi.ts';

/** A file inside a winmail.dat. */
export type TnefFile = {
	readonly name: string;
	readonly type: string | null;
	readonly bytes: Buffer;
};

/** Attributes of MS-OXTNEF §2.1.3.2. */
const signature = 0x223e9f78;
const attachmentBegins = 0x00069002;
const attachmentTitle = 0x00018010;
const attachmentBytes = 0x0006800f;
const attachmentProperties = 0x00069005;
const messageBody = 0x0002800c;
const messageProperties = 0x00069003;

/** PidTagAttachLongFilename, PidTagAttachFilename, PidTagAttachMimeTag. */
const longName = 0x3707;
const shortName = 0x3704;
const mimeType = 0x370e;
/** PidTagBody. */
const plainBody = 0x1000;

const attachmentLevel = 2;
const maxFiles = 1000;

type Attribute = {readonly level: number; readonly id: number; readonly value: Buffer};

/** Level, id, length, value, checksum; a cut stream ends with its last whole attribute. */
const attributesOf = (bytes: Buffer): Attribute[] => {
	const attributes: Attribute[] = [];
	let at = 6;
	while (at + 9 <= bytes.length) {
		const length = bytes.readUInt32LE(at + 5);
		const end = at + 9 + length;
		if (end > bytes.length) break;
		const level = bytes.readUInt8(at);
		attributes.push({level, id: bytes.readUInt32LE(at + 1), value: bytes.subarray(at + 9, end)});
		at = end + 2;
	}
	return attributes;
};

type Draft = {name: string; type: string | null; bytes: Buffer | null};

const addProperties = (file: Draft, value: Buffer): void => {
	try {
		const texts = parseMapiTexts(value);
		file.name = texts.get(longName) || file.name || texts.get(shortName) || '';
		file.type = texts.get(mimeType) ?? null;
	} catch (error) {
		// A cut list: the short name of the title attribute stays.
		if (!(error instanceof RangeError)) throw error;
	}
};

const add = (file: Draft, {id, value}: Attribute): void => {
	if (id === attachmentTitle) file.name ||= decodeText(value, null).replace(/\0.*$/su, '');
	else if (id === attachmentBytes) file.bytes = value;
	else if (id === attachmentProperties) addProperties(file, value);
};

const propertyText = (value: Buffer, property: number): string => {
	try {
		return parseMapiTexts(value).get(property) ?? '';
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return '';
	}
};

const isTnef = (bytes: Buffer): boolean => bytes.length >= 6 && bytes.readUInt32LE(0) === signature;

/** The plain text of the message in such a container, empty without one; not cleaned. */
export const tnefText = (bytes: Buffer): string => {
	if (!isTnef(bytes)) return '';
	for (const {id, value} of attributesOf(bytes)) {
		const text =
			id === messageBody
				? decodeText(value, null).replace(/\0.*$/su, '')
				: id === messageProperties
					? propertyText(value, plainBody)
					: '';
		if (text.trim() !== '') return text;
	}
	return '';
};

/**
 * The files in Outlook's TNEF container (MS-OXTNEF), which other programs get instead of attachments.
 * Null when the bytes are no TNEF. Messages inside, calendar items and formatted text are left in it.
 */
export const parseTnef = (bytes: Buffer): readonly TnefFile[] | null => {
	if (!isTnef(bytes)) return null;
	const files: Draft[] = [];
	for (const attribute of attributesOf(bytes)) {
		if (attribute.level !== attachmentLevel) continue;
		if (attribute.id === attachmentBegins) files.push({name: '', type: null, bytes: null});
		const file = files.at(-1);
		if (file) add(file, attribute);
	}
	return files
		.slice(0, maxFiles)
		.flatMap(({name, type, bytes: content}) => (content ? [{name, type, bytes: content}] : []));
};
