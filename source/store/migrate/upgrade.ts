import type {Migration} from './index.ts';

/**
 * Applies the steps that lead from a document's version to `version`. A missing step is no
 * failure here: the schema, which follows, says what does not fit.
 */
export const upgrade = (
	kind: Migration['kind'],
	document: Readonly<Record<string, unknown>>,
	version: number,
	steps: readonly Migration[],
): Readonly<Record<string, unknown>> => {
	let current = document;
	while (typeof current['v'] === 'number' && current['v'] < version) {
		const from = current['v'];
		const step = steps.find(each => each.kind === kind && each.from === from);
		if (!step) return current;
		current = {...step.up(current), v: from + 1};
	}
	return current;
};
