import {isDamage} from '../cache/sqlite.ts';
import {openWordFile, type WordFile, type WordJob} from './word-file.ts';

/** What the index is asked, one after the other. */
export type WordRequest =
	| {readonly kind: 'apply'; readonly jobs: readonly WordJob[]}
	| {readonly kind: 'compare'; readonly cachePath: string}
	| {readonly kind: 'scrub'}
	| {readonly kind: 'search'; readonly typed: string; readonly limit: number};

export type WordReply =
	| {readonly ok: true; readonly keys: readonly number[]}
	| {readonly ok: false; readonly text: string};

const answerOf = (file: WordFile, request: WordRequest): readonly number[] => {
	switch (request.kind) {
		case 'apply':
			file.apply(request.jobs);
			return [];
		case 'compare':
			return file.compare(request.cachePath);
		case 'scrub':
			file.scrub();
			return [];
		case 'search':
			return file.search(request.typed, request.limit);
	}
};

/**
 * Answers requests over the file of words, which is opened with the first one and, after damage,
 * begun anew with the next: what was in it is missed by the comparison at the next start.
 */
export const wordDesk = (path: string) => {
	let file: WordFile | null = null;
	return {
		answer: (request: WordRequest): WordReply => {
			try {
				file ??= openWordFile(path);
				return {ok: true, keys: answerOf(file, request)};
			} catch (error) {
				if (isDamage(error)) {
					file?.discard();
					file = null;
				}
				return {ok: false, text: String(error)};
			}
		},
		close: (): void => {
			file?.close();
			file = null;
		},
	};
};
