import {isUtf8} from 'node:buffer';
import {decodeText} from '../charset/charset.ts';
import {decoderFor} from '../charset/label.ts';

/**
 * One encoded word of RFC 2047 with the language suffix of RFC 2231. Looser than the standard: question
 * marks, spaces and folds inside, as broken senders write them.
 */
const label = String.raw`=\?([^?\s*]*)(?:\*[^?\s]*)?\?`;
/** No other word begins in it: else each of thousands without an end would be looked through to the last. */
const content = String.raw`((?:[^=?\r\n]|=(?!\?[^=])|\?(?!=)|\r?\n[ \t]){0,4000})`;
const word = new RegExp(String.raw`${label}([BbQq])\?${content}\?=`, 'u');
const words = new RegExp(word, 'gu');
/** All words in one charset that stand one after the other. */
const sameCharsetRun = new RegExp(
	String.raw`${label}[BbQq]\?${content}\?=(?:\s*=\?\1(?:\*[^?\s]*)?\?[BbQq]\?${content}\?=)*`,
	'giu',
);
/** A word whose end is missing: it goes on to the end of the line, or up to the address. */
const unfinished =
	/=\?([\w.:-]{2,40})\?(?:([Bb])\?([\w+/-]{4,}={0,2})|([Qq])\?([^?\r\n"<>]{1,2000}))\??(?=[\s"<>]|$)/gmu;

const fromQ = (text: string): Buffer =>
	Buffer.from(
		text
			.replaceAll('_', ' ')
			.replace(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) =>
				String.fromCharCode(Number.parseInt(hex, 16)),
			),
		'latin1',
	);

type Word = {readonly base64: boolean; readonly text: string};

const wordsIn = (run: string): Word[] =>
	(run.match(words) ?? []).map(found => {
		const [, , encoding = '', text = ''] = word.exec(found) ?? [];
		const base64 = encoding.toUpperCase() === 'B';
		return {base64, text: text.replace(/\r?\n[ \t]/gu, base64 ? '' : ' ')};
	});

const bytesOf = ({base64, text}: Word): Buffer =>
	base64 ? Buffer.from(text, 'base64') : fromQ(text);

const damage = (text: string): number => text.match(/\uFFFD/gu)?.length ?? 0;

/** The text of a run. Some senders cut the base64 stream anywhere instead of each word for itself. */
const decodeRun = (run: string, charset: string): string => {
	const found = wordsIn(run);
	const text = decodeText(Buffer.concat(found.map(bytesOf)), charset);
	const cutAnywhere =
		found.length > 1 &&
		found.every(({base64}) => base64) &&
		found.some(w => w.text.length % 4 !== 0);
	if (!cutAnywhere) return text;
	const stream = found.map(w => w.text).join('');
	const joined = decodeText(Buffer.from(stream, 'base64'), charset);
	return damage(joined) < damage(text) ? joined : text;
};

/** A text in which all encoded words are read. */
export const readWords = (text: string): string =>
	text.includes('=?')
		? text
				.replace(/(\?=)\s+(?==\?)/gu, '$1')
				.replace(sameCharsetRun, (run: string, charset: string) =>
					decodeRun(run, decoderFor(charset) ? charset : ''),
				)
		: text;

const asWord = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** A word that mailparser decodes as we would, and that no parser of addresses takes for more. */
const sound = /^=\?utf-8\?(?:B\?([\w+/]*={0,2})|Q\?([\w!*+/=.-]*))\?=$/iu;

const isSound = (run: string): boolean => {
	const [, base64, q] = sound.exec(run) ?? [];
	if (base64 !== undefined) return isUtf8(Buffer.from(base64, 'base64'));
	return q !== undefined && isUtf8(fromQ(q));
};

/** Labels that mailparser decodes as we would. Left alone in parts, so that their bytes stay as sent. */
const wellKnown = /^(?:utf-8|us-ascii|iso-8859-\d+|windows-125\d|koi8-r)$/iu;

/**
 * Encoded words in a header block (as latin1 string) rewritten as UTF-8: unknown, aliased and lying
 * labels, UTF-7, missing ends, and characters cut in two between neighbouring words. They stay encoded words,
 * because what they hold is a display text and never an address (RFC 2047 §5).
 */
export const repairWords = (block: string, {all}: {readonly all: boolean}): string => {
	if (!block.includes('=?')) return block;
	const repaired = block.replace(sameCharsetRun, (run: string, charset: string) => {
		if ((!all && wellKnown.test(charset)) || isSound(run)) return run;
		return asWord(decodeRun(run, decoderFor(charset) ? charset : ''));
	});
	if (!all) return repaired;
	return repaired.replace(
		unfinished,
		(found: string, charset: string, _b, base64: string | undefined, _q, text = '') => {
			if (!decoderFor(charset)) return found;
			const bytes = base64 === undefined ? fromQ(text.trimEnd()) : Buffer.from(base64, 'base64');
			return `${asWord(decodeText(bytes, charset))}${text.slice(text.trimEnd().length)}`;
		},
	);
};
