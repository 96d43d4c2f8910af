import {stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {isRecord} from '../domain/is-record.ts';
import {isProblemName, type Problem} from '../domain/problem.ts';

/** The root of the file system that holds a path, or would hold it. */
const diskOf = async (path: string): Promise<string> => {
	const above = dirname(path);
	if (above === path) return path;
	const [here, there] = await Promise.all([path, above].map(each => stat(each).catch(() => null)));
	if (here && there && here.dev !== there.dev) return path;
	return diskOf(above);
};

/**
 * A problem that kept a service from starting, about its data folder. A disk that is full or may not be
 * written is named, because what is to be done is to be done there; so is the file of a document of
 * the settings, because no `raute check` can look at it.
 */
export const startProblem = async (problem: Problem, dataFolder: string): Promise<Problem> => {
	const {name, details} = problem;
	const about = (reason: string, more: Problem['details']): Problem => ({
		name,
		details: {...details, reason, path: dataFolder, ...more},
	});
	if (name === 'document-unreadable') {
		return about('start', {path: join(dataFolder, String(details['path']))});
	}
	const isReadOnly = name === 'data-unwritable' && details['code'] === 'EROFS';
	if (name !== 'disk-full' && !isReadOnly) return problem;
	return about(isReadOnly ? 'read-only' : 'start', {disk: await diskOf(resolve(dataFolder))});
};

/**
 * Tells the client that started this process why it could not become the service. Over their own
 * channel: a log may lie on the very disk that is full, and knows no language of the reader.
 */
export const reportStart = (problem: Problem): void => {
	// Nobody may be listening any more.
	process.send?.(problem, () => undefined);
};

/** What a started process reported, null when it is no problem. */
export const readReport = (message: unknown): Problem | null => {
	if (!isRecord(message) || !isRecord(message['details'])) return null;
	const {name, details} = message;
	if (typeof name !== 'string' || !isProblemName(name)) return null;
	return {name, details: details as Problem['details']};
};
