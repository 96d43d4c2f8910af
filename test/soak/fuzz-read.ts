import type {MailReader} from '../../source/mail/mail.ts';
import type {Mutated} from './fuzz-mutate.ts';

/**
 * What must not reach a terminal: C0 but newline and tab, C1, halves of characters, marks without a
 * width of their own. The joiners of Persian and of India's scripts stay inside words.
 */
const forbidden =
	/(?![\n\t])\p{Cc}|\p{Cs}|[\u061C\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFDD0-\uFDD3\uFEFF\uFE00-\uFE0F\uFFF9-\uFFFB\u{1F3FB}-\u{1F3FF}\u{E0000}-\u{E0FFF}]/u;

/** The first forbidden character of a text as `U+001B`, null without one. */
export const forbiddenIn = (text: string): string | null => {
	const found = forbidden.exec(text)?.[0];
	return found === undefined ? null : `U+${found.codePointAt(0)?.toString(16).padStart(4, '0')}`;
};

const stringsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

export type ReadReport = {
	/** By the reason that the reader gave; such mails go to the quarantine. */
	readonly unreadable: Readonly<Record<string, number>>;
	readonly slowestMs: number;
	readonly failures: readonly string[];
};

/** A mail beyond this is a hang, whatever ends it. Milliseconds. */
const hangMs = 10_000;

/** Reads mails as the service does, in worker threads, and looks at every string of what was read. */
export const readAll = async (
	mails: Iterable<Mutated>,
	reader: MailReader,
): Promise<ReadReport> => {
	const unreadable: Record<string, number> = {};
	const failures: string[] = [];
	let slowestMs = 0;
	const readOne = async ({raw, how}: Mutated): Promise<void> => {
		const started = performance.now();
		const mail = await reader.read(raw);
		slowestMs = Math.max(slowestMs, performance.now() - started);
		if (!mail.ok) {
			const reason = String(mail.problem.details['reason']);
			unreadable[reason] = (unreadable[reason] ?? 0) + 1;
			if (reason === 'parse-timeout') failures.push(`${how}: no end within ${hangMs} ms`);
			return;
		}
		for (const text of stringsIn(mail.value)) {
			const found = forbiddenIn(text);
			if (found !== null) failures.push(`${how}: ${found} in what was read`);
		}
		if (mail.value.text !== '' && mail.value.replyText === '')
			failures.push(`${how}: no reply text`);
	};
	const waiting = new Set<Promise<void>>();
	for (const mail of mails) {
		const reading = readOne(mail).finally(() => waiting.delete(reading));
		waiting.add(reading);
		if (waiting.size >= 8) await Promise.race(waiting);
	}
	await Promise.all(waiting);
	return {unreadable, slowestMs, failures};
};
