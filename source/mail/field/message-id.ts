import {cleanAddress} from '../clean.ts';

/** RFC 5322 §2.1.1: no line, and so no id, is longer. */
const maxLength = 998;
const maxIds = 100;

const idsIn = (value: string): readonly string[] => {
	const bracketed = value.match(/<[^<>]+>/gu);
	if (bracketed) return bracketed;
	const words = value.split(/[\s,]+/u).filter(word => word !== '');
	// Some senders leave the brackets out; several words without `@` are phrases of old In-Reply-To fields.
	return words
		.filter(word => words.length === 1 || /^[^@]+@[^@]+$/u.test(word))
		.map(word => `<${word.replace(/[<>]/gu, '')}>`);
};

/**
 * Message-IDs with their brackets, in order, without repetitions. Of more than a hundred the first and
 * the last ones stay: they name the start of the conversation and the mail that is answered.
 */
export const readMessageIds = (values: readonly string[]): readonly string[] => {
	const ids = values.flatMap(idsIn).map(cleanAddress);
	const unique = [...new Set(ids)].filter(id => id.length > 2 && id.length <= maxLength);
	return unique.length <= maxIds ? unique : [...unique.slice(0, 1), ...unique.slice(1 - maxIds)];
};
