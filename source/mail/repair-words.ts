import {decodeText} from './charset.ts';
import {decoderFor} from './charset-label.ts';

/** One encoded word of RFC 2047 with the language suffix of RFC 2231, and all that follow in the same charset. */
const word = /=\?([^?\s*]*)(?:\*[^?\s]*)?\?([BbQq])\?([^?\r\n]*)\?=/u;
const sameCharsetRun =
	/=\?([^?\s*]*)(?:\*[^?\s]*)?\?[BbQq]\?[^?\r\n]*\?=(?:\s+=\?\1(?:\*[^?\s]*)?\?[BbQq]\?[^?\r\n]*\?=)*/giu;

const fromQ = (text: string): Buffer =>
	Buffer.from(
		text
			.replaceAll('_', ' ')
			.replace(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) =>
				String.fromCharCode(Number.parseInt(hex, 16)),
			),
		'latin1',
	);

const bytesOf = (encoded: string): Buffer => {
	const [, , encoding = '', text = ''] = word.exec(encoded) ?? [];
	return encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : fromQ(text);
};

const decodeRun = (run: string, label: string): string => {
	const words = run.match(new RegExp(word, 'gu')) ?? [];
	return decodeText(Buffer.concat(words.map(bytesOf)), label);
};

/** Labels that mailparser decodes as we would. Left alone in parts, so that their bytes stay as sent. */
const wellKnown = /^(?:utf-8|us-ascii|iso-8859-\d+|windows-125\d|koi8-r)$/iu;

/**
 * Encoded words in a header block (as latin1 string) rewritten as UTF-8: unknown, aliased and lying
 * labels, UTF-7, and characters cut in two between neighbouring words. They stay encoded words,
 * because what they hold is a display text and never an address (RFC 2047 §5).
 */
export const repairWords = (block: string, {all}: {readonly all: boolean}): string => {
	if (!block.includes('=?')) return block;
	return block.replace(sameCharsetRun, (run: string, label: string) => {
		if (!all && wellKnown.test(label)) return run;
		const text = decodeRun(run, decoderFor(label) ? label : '');
		return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
	});
};
