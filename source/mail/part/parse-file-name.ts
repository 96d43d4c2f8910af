import {clean} from '../clean.ts';
import {isMessage, type Leaf} from './parse-parts.ts';

/** Most file systems take 255 bytes; room is left for a suffix that keeps doubles apart. */
const maxBytes = 200;

const endings: Readonly<Record<string, string>> = {
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/jpg': 'jpg',
	'image/gif': 'gif',
	'image/webp': 'webp',
	'image/svg+xml': 'svg',
	'image/tiff': 'tif',
	'image/bmp': 'bmp',
	'image/heic': 'heic',
	'application/pdf': 'pdf',
	'application/zip': 'zip',
	'application/json': 'json',
	'application/xml': 'xml',
	'text/xml': 'xml',
	'text/csv': 'csv',
	'text/html': 'html',
	'text/plain': 'txt',
	'text/calendar': 'ics',
	'text/vcard': 'vcf',
	'text/x-vcard': 'vcf',
	'audio/mpeg': 'mp3',
	'audio/wav': 'wav',
	'audio/x-wav': 'wav',
	'video/mp4': 'mp4',
};

/** Parts that never carry a name and are known by their type (RFC 3462, 3464, 8098, 4880, 8551). */
const fixedNames: Readonly<Record<string, string>> = {
	'message/delivery-status': 'delivery-status.txt',
	'message/global-delivery-status': 'delivery-status.txt',
	'message/disposition-notification': 'read-receipt.txt',
	'message/feedback-report': 'feedback-report.txt',
	'text/rfc822-headers': 'headers.txt',
	'message/global-headers': 'headers.txt',
	'application/pgp-signature': 'signature.asc',
	'application/pgp-encrypted': 'encrypted-version.txt',
	'application/pkcs7-signature': 'smime.p7s',
	'application/x-pkcs7-signature': 'smime.p7s',
	'application/pkcs7-mime': 'smime.p7m',
	'application/ms-tnef': 'winmail.dat',
	'message/partial': 'partial.eml',
	'message/external-body': 'external-body.txt',
	'application/x-pkcs7-mime': 'smime.p7m',
	'text/calendar': 'invite.ics',
};

const cutBytes = (text: string, max: number): string => {
	let left = max;
	let out = '';
	for (const character of text) {
		left -= Buffer.byteLength(character);
		if (left < 0) break;
		out += character;
	}
	return out;
};

const splitEnding = (name: string): readonly [string, string] => {
	const match = /^(.+?)(\.[^.\s]{1,12})$/u.exec(name);
	return match ? [match[1] ?? '', match[2] ?? ''] : [name, ''];
};

/**
 * A name that can be written into any folder: the last step of a path, no leading dots, no control
 * characters, at most 200 bytes. Empty when nothing is left.
 */
export const safeFileName = (name: string): string => {
	const line = clean(name).replace(/\s*[\t\n]\s*/gu, ' ');
	const last =
		line
			.replace(/^[A-Za-z]:(?=[^:]*$)/u, '')
			.split(/[/\\]/u)
			.at(-1)
			?.slice(-1000) ?? '';
	const [stem, ending] = splitEnding(last.replace(/^[\s.]+|[\s.]+$/gu, ''));
	return cutBytes(stem, maxBytes - Buffer.byteLength(ending)) + ending;
};

/** A subject as file name: a slash in it is no path. */
const subjectName = (subject: string): string =>
	safeFileName(subject.replace(/[/\\:]+/gu, '-').slice(0, 100)) || 'message';

/** A name for a nameless part, by its type and its place (from 1) among files and among images. */
export const inventName = (
	leaf: Leaf,
	place: {readonly file: number; readonly image: number; readonly subject: string},
): string => {
	const fixed = fixedNames[leaf.type];
	if (fixed) return fixed;
	if (isMessage(leaf)) return `${subjectName(place.subject)}.eml`;
	const ending = endings[leaf.type];
	if (leaf.type.startsWith('image/')) return `image-${place.image}.${ending ?? 'bin'}`;
	return `part-${place.file}.${ending ?? 'bin'}`;
};

/** The names with doubles (also in letter case alone) told apart: `offer.pdf`, `offer-2.pdf`. */
export const distinctNames = (names: readonly string[]): readonly string[] => {
	const taken = new Set(names.map(name => name.toLowerCase()));
	const seen = new Set<string>();
	return names.map(name => {
		let free = name;
		const [stem, ending] = splitEnding(name);
		for (let count = 2; seen.has(free.toLowerCase()); count++) {
			const next = `${stem}-${count}${ending}`;
			if (!taken.has(next.toLowerCase())) free = next;
		}
		seen.add(free.toLowerCase());
		taken.add(free.toLowerCase());
		return free;
	});
};
