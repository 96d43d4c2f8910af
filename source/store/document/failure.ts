import {fail, type Result} from '../../domain/result.ts';

/** The rename happened, its directory's fsync failed: the document may be the old or the new one. */
export class UncertainWrite extends Error {}

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/**
 * The named problem behind a failed file operation: no space or quota is `disk-full`, an existing
 * name is `number-taken`, whatever else the disk refuses is `data-unwritable` with its code.
 */
export const failureOf = (error: unknown, path: string): Result<never> => {
	const code = codeOf(error);
	if (error instanceof UncertainWrite) return fail('write-uncertain', {path});
	if (code === 'EEXIST') return fail('number-taken', {path});
	if (code === 'ENOSPC' || code === 'EDQUOT') return fail('disk-full', {path});
	if (code !== '') return fail('data-unwritable', {path, code});
	throw error;
};
